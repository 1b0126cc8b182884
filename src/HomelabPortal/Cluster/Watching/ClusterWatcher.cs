using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Watching;

/// <summary>
/// Follows the cluster and publishes what it sees: the first change at once, further ones at most ten times a second.
/// Nothing that happens here, or to the cluster, stops the portal.
/// </summary>
internal sealed partial class ClusterWatcher(ClusterSource source, Live<ClusterState> live, UsageTrails trails, Random random, TimeProvider time, ILogger<ClusterWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);

    private readonly Signal _changed = new();
    private readonly PodTable _pods = new();
    private readonly WorkloadTable _workloads = new();
    private readonly ServiceTable _services = new();
    private ClusterState _state = ClusterState.Connecting;
    private ImmutableDictionary<string, ImmutableArray<Usage?>> _trails = ImmutableDictionary<string, ImmutableArray<Usage?>>.Empty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (source.Client is not { } client)
        {
            live.Publish(ClusterState.NotConnected(source.Help));
            return;
        }

        var kinds = new KindSources(client, _changed.Raise, time, random, logger).Create();
        var pulse = new ServerPulse(client, _changed.Raise, () => TryNow(kinds), time);
        var running = kinds.Select(kind => kind.RunAsync(stoppingToken)).Append(pulse.RunAsync(stoppingToken)).ToArray();
        try
        {
            await FollowAsync(kinds, pulse, stoppingToken);
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(IReadOnlyList<KindSource> kinds, ServerPulse pulse, CancellationToken stoppingToken)
    {
        while (true)
        {
            // A quiet cluster is confirmed by the pulse, so that its age is that of the server's last word.
            await _changed.WaitAsync(Timeout.InfiniteTimeSpan, time, stoppingToken);
            try
            {
                Publish(kinds, pulse);
            }
            catch (Exception fault)
            {
                Log.Unexpected(logger, fault);
                live.PublishFault("The picture of the cluster could not be drawn. The portal's log says why.");
            }

            await Task.Delay(_shortest, time, stoppingToken);
        }
    }

    private static void TryNow(IReadOnlyList<KindSource> kinds)
    {
        foreach (var kind in kinds)
            kind.TryNow();
    }

    private void Publish(IReadOnlyList<KindSource> kinds, ServerPulse pulse)
    {
        var (before, version) = (_state, pulse.Version);
        var state = before.Version == version ? before : before with { Version = version };
        foreach (var kind in kinds)
            state = kind.Collect(state);
        _state = state = Derive(state, before);
        // Who sends changes lives, however slow its other answers are.
        if (pulse.Fault is { } silent && ReferenceEquals(state, before))
            live.PublishFault(Spoken.Sentence(silent));
        else if (kinds.Any(kind => kind is { IsWatched: true, Status.Phase: SourcePhase.Live or SourcePhase.Forbidden }))
            live.Publish(state);
        else if (kinds.Select(kind => kind.Status.Fault).FirstOrDefault(fault => fault is not null) is { } fault)
            live.PublishFault(Spoken.Sentence(fault));
    }

    private ClusterState Derive(ClusterState state, ClusterState before)
    {
        var metrics = state.Metrics.At(time.GetUtcNow());
        if (!ReferenceEquals(metrics, state.Metrics))
            state = state with { Metrics = metrics };
        _pods.Update(state.Pods.Items, state.Metrics.Pods, time.GetUtcNow());
        if (!ReferenceEquals(state.PodRows, _pods.Rows))
            state = state with { PodRows = _pods.Rows, PodSummary = PodSummary.Of(_pods.Rows) };
        _workloads.Update(state, time.GetUtcNow());
        if (!ReferenceEquals(state.WorkloadRows, _workloads.Rows))
            state = state with { WorkloadRows = _workloads.Rows };
        var nodesMayDiffer = !ReferenceEquals(state.PodRows, before.PodRows) || !ReferenceEquals(state.Nodes, before.Nodes)
            || !ReferenceEquals(state.VolumeNodes, before.VolumeNodes) || !ReferenceEquals(state.Metrics, before.Metrics) || !ReferenceEquals(trails.Nodes, _trails)
            || !ReferenceEquals(state.NodeLeases, before.NodeLeases);
        _trails = trails.Nodes;
        return DeriveNetwork(nodesMayDiffer ? state with { NodeRows = NodeRows.Of(state, _trails, before.NodeRows, time.GetUtcNow()) } : state, before);
    }

    private ClusterState DeriveNetwork(ClusterState state, ClusterState before)
    {
        _services.Update(state, time.GetUtcNow());
        if (!ReferenceEquals(state.ServiceRows, _services.Rows))
            state = state with { ServiceRows = _services.Rows };
        var addressesMayDiffer = !ReferenceEquals(state.ServiceRows, before.ServiceRows) || !ReferenceEquals(state.AddressPools, before.AddressPools) || !ReferenceEquals(state.L2Statuses, before.L2Statuses)
            || !ReferenceEquals(state.L2Advertisements, before.L2Advertisements) || !ReferenceEquals(state.BgpAdvertisements, before.BgpAdvertisements) || !ReferenceEquals(state.Nodes, before.Nodes);
        return addressesMayDiffer ? state with { LoadBalancer = LoadBalancerReader.Read(state) } : state;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The picture of the cluster could not be drawn")]
        public static partial void Unexpected(ILogger logger, Exception fault);
    }
}
