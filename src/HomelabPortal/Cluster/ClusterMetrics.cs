using System.Collections.Immutable;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster;

/// <summary>What nodes and pods use, as metrics-server measured it last.</summary>
/// <param name="Nodes">By node name.</param>
/// <param name="Pods">By "namespace/name".</param>
/// <param name="AsOf">When nodes were measured last.</param>
/// <param name="Status">Whether fresh figures come.</param>
public sealed record ClusterMetrics(ImmutableDictionary<string, UsageHistory> Nodes, ImmutableDictionary<string, Usage> Pods, DateTimeOffset? AsOf, SourceStatus Status)
{
    /// <summary>By "namespace/pod/container", for pods of several containers only: of the others the pod says it all.</summary>
    public ImmutableDictionary<string, Usage> Containers { get; init; } = ImmutableDictionary<string, Usage>.Empty;

    public static ClusterMetrics None { get; } =
        new(ImmutableDictionary<string, UsageHistory>.Empty, ImmutableDictionary<string, Usage>.Empty, null, SourceStatus.Syncing);

    /// <summary>Adds one measurement of each node; those that are gone lose their history.</summary>
    public ClusterMetrics With(ClusterKind<NodeMetrics> measured, DateTimeOffset now) => measured.Status.Phase != SourcePhase.Live
        ? this with { Status = measured.Status }
        : this with
        {
            Nodes = measured.Items.ToImmutableDictionary(
                entry => entry.Value.Metadata.Name,
                entry => Nodes.GetValueOrDefault(entry.Value.Metadata.Name, UsageHistory.Empty).Add(PodRequests.Amount(entry.Value.Usage))),
            AsOf = now,
            Status = measured.Status,
        };

    public ClusterMetrics With(ClusterKind<PodMetrics> measured) => measured.Status.Phase != SourcePhase.Live
        ? this
        : this with
        {
            Pods = measured.Items.ToImmutableDictionary(
                entry => entry.Key,
                entry => entry.Value.Containers.Aggregate(default(Usage), (sum, container) => sum + PodRequests.Amount(container.Usage))),
            Containers = measured.Items.Where(entry => entry.Value.Containers.Count > 1)
                .SelectMany(entry => entry.Value.Containers.Select(container => KeyValuePair.Create($"{entry.Key}/{container.Name}", PodRequests.Amount(container.Usage))))
                .ToImmutableDictionary(),
        };

    /// <summary>What one container uses; null when that was not measured.</summary>
    public Usage? Of(Pod pod, Container container)
    {
        var key = pod.Metadata.Key();
        if (Containers.TryGetValue($"{key}/{container.Name}", out var own))
            return own;
        // Init containers have ended before there is anything to measure.
        return pod.Spec.Containers is [var only] && ReferenceEquals(only, container) && Pods.TryGetValue(key, out var all) ? all : null;
    }
}
