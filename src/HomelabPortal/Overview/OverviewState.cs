using System.Collections.Immutable;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Overview.Problems;

namespace HomelabPortal.Overview;

/// <summary>The answer to "is everything all right?", worked out once for all who look.</summary>
public sealed record OverviewState(ImmutableArray<Problem> Problems, int Workloads, int FineWorkloads, StorageSummary? Storage)
{
    private const int MostRollouts = 6;

    /// <summary>The latest changes of Deployments.</summary>
    public ImmutableArray<RecentChange> Rollouts { get; init; } = [];

    public static OverviewState Unknown { get; } = new([], 0, 0, null);

    internal static OverviewState Of(LabScene scene)
    {
        var cluster = scene.Cluster;
        var workloads = cluster.Deployments.Items.Count + cluster.StatefulSets.Items.Count + cluster.DaemonSets.Items.Count;
        var fine = cluster.Deployments.All.Count(workload => workload.Status.AvailableReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.StatefulSets.All.Count(workload => workload.Status.ReadyReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.DaemonSets.All.Count(workload => workload.Status.NumberReady >= workload.Status.DesiredNumberScheduled);
        return new OverviewState(LabProblems.Find(scene), workloads, fine, StorageSummary.Of(cluster)) { Rollouts = Overview.Rollouts.Of(cluster, MostRollouts, scene.Now) };
    }

    /// <summary>What is written largest on the home page.</summary>
    public string Headline => Problems.Length switch
    {
        0 => "Everything is all right",
        1 => "One thing needs you",
        <= 9 => $"{_numbers[Problems.Length]} things need you",
        var count => $"{count} things need you",
    };

    private static readonly string[] _numbers = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    public bool Equals(OverviewState? other) =>
        other is not null && Workloads == other.Workloads && FineWorkloads == other.FineWorkloads && Storage == other.Storage && Problems.SequenceEqual(other.Problems) && Rollouts.SequenceEqual(other.Rollouts);

    public override int GetHashCode() => HashCode.Combine(Problems.Length, Workloads, FineWorkloads, Storage);
}
