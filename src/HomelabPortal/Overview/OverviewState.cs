using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Platform;

namespace HomelabPortal.Overview;

/// <summary>The answer to "is everything all right?", worked out once for all who look.</summary>
public sealed record OverviewState(ImmutableArray<Problem> Problems, int Workloads, int FineWorkloads, StorageSummary? Storage)
{
    private const int MostRollouts = 6;

    /// <summary>The latest changes of Deployments.</summary>
    public ImmutableArray<RecentChange> Rollouts { get; init; } = [];

    /// <summary>Why the whole cluster cannot be seen now; null while it can.</summary>
    public SourceGap? ClusterGap { get; init; }

    /// <summary>What else cannot be seen, so that nobody knows what is wrong there.</summary>
    public ValueList<SourceGap> Gaps { get; init; } = [];

    public static OverviewState Unknown { get; } = new([], 0, 0, null);

    internal static OverviewState Of(LabScene scene)
    {
        var cluster = scene.Cluster;
        var workloads = cluster.Deployments.Items.Count + cluster.StatefulSets.Items.Count + cluster.DaemonSets.Items.Count;
        var fine = cluster.Deployments.All.Count(workload => workload.Status.AvailableReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.StatefulSets.All.Count(workload => workload.Status.ReadyReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.DaemonSets.All.Count(workload => workload.Status.NumberReady >= workload.Status.DesiredNumberScheduled);
        return new OverviewState(LabProblems.Find(scene), workloads, fine, StorageSummary.Of(cluster))
        {
            Rollouts = Overview.Rollouts.Of(cluster, MostRollouts, scene.Now), ClusterGap = scene.ClusterGap, Gaps = [.. LabGaps.Find(scene)],
        };
    }

    public bool Equals(OverviewState? other) =>
        other is not null && Workloads == other.Workloads && FineWorkloads == other.FineWorkloads && Storage == other.Storage && ClusterGap == other.ClusterGap && Gaps.Equals(other.Gaps) && Problems.SequenceEqual(other.Problems) && Rollouts.SequenceEqual(other.Rollouts);

    public override int GetHashCode() => HashCode.Combine(Problems.Length, Workloads, FineWorkloads, Storage);
}
