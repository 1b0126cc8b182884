using System.Collections.Immutable;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>What nodes and pods use, as metrics-server measured it last.</summary>
/// <param name="Nodes">By node name.</param>
/// <param name="Pods">By "namespace/name".</param>
/// <param name="AsOf">When the newest of them was measured, as metrics-server says.</param>
/// <param name="Status">Whether fresh figures come.</param>
public sealed record ClusterMetrics(ImmutableDictionary<string, Usage> Nodes, ImmutableDictionary<string, Usage> Pods, DateTimeOffset? AsOf, SourceStatus Status)
{
    /// <summary>A figure this much older than the newest was left behind: its node does not answer metrics-server any more.</summary>
    private static readonly TimeSpan _leftBehind = TimeSpan.FromMinutes(3);

    /// <summary>metrics-server measures every 15 s, at most every minute; longer without a new measurement means that it cannot.</summary>
    private static readonly TimeSpan _tooOld = TimeSpan.FromSeconds(150);

    public static ClusterMetrics None { get; } =
        new(ImmutableDictionary<string, Usage>.Empty, ImmutableDictionary<string, Usage>.Empty, null, SourceStatus.Syncing);

    /// <summary>By "namespace/pod/container", for pods of several containers only: of the others the pod says it all.</summary>
    public ImmutableDictionary<string, Usage> Containers { get; init; } = ImmutableDictionary<string, Usage>.Empty;

    /// <summary>Over how long the nodes were measured, such as "20.1s"; empty when it was not said.</summary>
    public string Window { get; init; } = "";

    /// <summary>When the portal first saw <see cref="AsOf"/>. Ages are told by it, because clocks of machines differ.</summary>
    private DateTimeOffset SeenAt { get; init; }

    public ClusterMetrics With(ClusterKind<NodeMetrics> measured, DateTimeOffset now)
    {
        if (measured.Status.Phase != SourcePhase.Live)
            return this with { Status = measured.Status };
        var newest = measured.All.Max(item => item.Timestamp);
        return this with
        {
            Nodes = measured.All.Where(item => !(newest - item.Timestamp > _leftBehind))
                .ToImmutableDictionary(item => item.Metadata.Name, item => PodRequests.Amount(item.Usage)),
            Window = measured.All.Select(item => item.Window).FirstOrDefault() ?? "",
            AsOf = newest ?? now,
            SeenAt = newest is null || newest != AsOf ? now : SeenAt,
            Status = measured.Status,
        };
    }

    public ClusterMetrics With(ClusterKind<PodMetrics> measured)
    {
        if (measured.Status.Phase != SourcePhase.Live)
            return this;
        var newest = measured.All.Max(item => item.Timestamp);
        var fresh = measured.Items.Where(entry => !(newest - entry.Value.Timestamp > _leftBehind)).ToList();
        return this with
        {
            Pods = fresh.ToImmutableDictionary(
                entry => entry.Key,
                entry => entry.Value.Containers.Aggregate(default(Usage), (sum, container) => sum + PodRequests.Amount(container.Usage))),
            Containers = fresh.Where(entry => entry.Value.Containers.Count > 1)
                .SelectMany(entry => entry.Value.Containers.Select(container => KeyValuePair.Create($"{entry.Key}/{container.Name}", PodRequests.Amount(container.Usage))))
                .ToImmutableDictionary(),
        };
    }

    /// <summary>What one container uses; null when that was not measured.</summary>
    public Usage? Of(Pod pod, Container container)
    {
        var key = pod.Metadata.Key();
        if (Containers.TryGetValue($"{key}/{container.Name}", out var own))
            return own;
        // Init containers have ended before there is anything to measure.
        return pod.Spec.Containers is [var only] && ReferenceEquals(only, container) && Pods.TryGetValue(key, out var all) ? all : null;
    }

    /// <summary>The same, or marked as out of date when metrics-server answers with what it measured long ago.</summary>
    public ClusterMetrics At(DateTimeOffset now) => Status.Phase == SourcePhase.Live && now - SeenAt > _tooOld
        ? this with { Status = new SourceStatus(SourcePhase.Stale, SeenAt, "metrics-server answers, but has measured nothing new.") }
        : this;
}
