using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview;

/// <summary>The answer to "is everything all right?", worked out once for all who look.</summary>
public sealed record OverviewState(ImmutableArray<Problem> Problems, int Workloads, int FineWorkloads, StorageSummary? Storage)
{
    public static OverviewState Unknown { get; } = new([], 0, 0, null);

    internal static OverviewState Of(ClusterState cluster, IngressState ingress, HostnameState hostnames, ApiAddressState api, DateTimeOffset now)
    {
        ImmutableArray<Problem> problems =
        [
            .. ClusterProblems.Find(cluster, now).Concat(NetworkProblems.Find(api, cluster, now)).Concat(IngressProblems.Find(ingress).Where(problem => problem.State == HealthState.Broken)).Concat(HostnameProblems.Find(hostnames))
                .OrderByDescending(problem => problem.State),
        ];
        var workloads = cluster.Deployments.Items.Count + cluster.StatefulSets.Items.Count + cluster.DaemonSets.Items.Count;
        var fine = cluster.Deployments.All.Count(workload => workload.Status.AvailableReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.StatefulSets.All.Count(workload => workload.Status.ReadyReplicas >= (workload.Spec.Replicas ?? 1))
            + cluster.DaemonSets.All.Count(workload => workload.Status.NumberReady >= workload.Status.DesiredNumberScheduled);
        return new OverviewState(problems, workloads, fine, StorageSummary.Of(cluster));
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
        other is not null && Workloads == other.Workloads && FineWorkloads == other.FineWorkloads && Storage == other.Storage && Problems.SequenceEqual(other.Problems);

    public override int GetHashCode() => HashCode.Combine(Problems.Length, Workloads, FineWorkloads, Storage);
}
