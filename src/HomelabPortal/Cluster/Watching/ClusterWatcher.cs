using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Watching;

/// <summary>
/// Follows the cluster and publishes what it sees: the first change at once, further ones at most ten times a second.
/// Nothing that happens here, or to the cluster, stops the portal.
/// </summary>
internal sealed partial class ClusterWatcher(ClusterSource source, Live<ClusterState> live, Random random, TimeProvider time, ILogger<ClusterWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>A quiet cluster is confirmed this often, so that its age stays small while its watches are healthy.</summary>
    private static readonly TimeSpan _confirmEvery = TimeSpan.FromSeconds(5);

    private readonly Signal _changed = new();
    private readonly PodTable _pods = new();
    private readonly WorkloadTable _workloads = new();
    private ClusterState _state = ClusterState.Connecting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Client is not { } client)
        {
            live.Publish(ClusterState.NotConnected(source.Help));
            return;
        }

        var kinds = new KindSources(client, _changed.Raise, time, random, logger).Create();
        var version = new ServerVersionReader(client, _changed.Raise, new Random(random.Next()), time, logger);
        var running = kinds.Select(kind => kind.RunAsync(stoppingToken)).Append(version.RunAsync(stoppingToken)).ToArray();
        try
        {
            await FollowAsync(kinds, version, stoppingToken);
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(IReadOnlyList<KindSource> kinds, ServerVersionReader version, CancellationToken stoppingToken)
    {
        while (true)
        {
            await _changed.WaitAsync(_confirmEvery, time, stoppingToken);
            try
            {
                Publish(kinds, version.Version);
            }
            catch (Exception fault)
            {
                Log.Unexpected(logger, fault);
                live.PublishFault("The picture of the cluster could not be drawn. The portal's log says why.");
            }

            await Task.Delay(_shortest, time, stoppingToken);
        }
    }

    private void Publish(IReadOnlyList<KindSource> kinds, string? version)
    {
        var before = _state;
        var state = before.Version == version ? before : before with { Version = version };
        foreach (var kind in kinds)
            state = kind.Collect(state);
        _state = state = Derive(state, before);
        if (kinds.Any(kind => kind is { IsWatched: true, Status.Phase: SourcePhase.Live or SourcePhase.Forbidden }))
            live.Publish(state);
        else if (kinds.Select(kind => kind.Status.Fault).FirstOrDefault(fault => fault is not null) is { } fault)
            live.PublishFault(Spoken.Sentence(fault));
    }

    private ClusterState Derive(ClusterState state, ClusterState before)
    {
        _pods.Update(state.Pods.Items, state.Metrics.Pods, time.GetUtcNow());
        if (!ReferenceEquals(state.PodRows, _pods.Rows))
            state = state with { PodRows = _pods.Rows, PodSummary = PodSummary.Of(_pods.Rows) };
        _workloads.Update(state, time.GetUtcNow());
        if (!ReferenceEquals(state.WorkloadRows, _workloads.Rows))
            state = state with { WorkloadRows = _workloads.Rows };
        var nodesMayDiffer = !ReferenceEquals(state.PodRows, before.PodRows) || !ReferenceEquals(state.Nodes, before.Nodes)
            || !ReferenceEquals(state.VolumeNodes, before.VolumeNodes) || !ReferenceEquals(state.Metrics, before.Metrics);
        return nodesMayDiffer ? state with { NodeRows = NodeRows.Of(state, before.NodeRows) } : state;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The picture of the cluster could not be drawn")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
