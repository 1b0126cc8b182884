using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster;

/// <summary>
/// One moment of the cluster: every watched kind with its own freshness, and the rows that pages show.
/// A kind that may not be read leaves the others as they are.
/// </summary>
public sealed partial record ClusterState
{
    /// <summary>Before the first look.</summary>
    public static ClusterState Connecting { get; } = new() { IsConnected = true };

    /// <summary>False when no cluster is configured; <see cref="Help"/> then says how to connect one.</summary>
    public bool IsConnected { get; init; }

    public string? Help { get; init; }

    /// <summary>Such as "v1.33.4+k3s1".</summary>
    public string? Version { get; init; }

    public ClusterMetrics Metrics { get; init; } = ClusterMetrics.None;

    /// <summary>Every pod, by namespace and name.</summary>
    public IReadOnlyList<PodRow> PodRows { get; init; } = [];

    /// <summary>All pods in one line; null while there are none. Made once for all viewers.</summary>
    public string? PodSummary { get; init; }

    /// <summary>Every workload of every kind, by namespace and name.</summary>
    public IReadOnlyList<WorkloadRow> WorkloadRows { get; init; } = [];

    /// <summary>Every node, control plane first.</summary>
    public IReadOnlyList<NodeRow> NodeRows { get; init; } = [];

    /// <summary>Every service, by namespace and name.</summary>
    public IReadOnlyList<ServiceRow> ServiceRows { get; init; } = [];

    /// <summary>The pools of load-balancer addresses, and who holds which.</summary>
    public LoadBalancerView LoadBalancer { get; init; } = LoadBalancerView.Empty;

    public static ClusterState NotConnected(string help) => new() { IsConnected = false, Help = help };

    /// <summary>The slices that carry the endpoints of a service.</summary>
    public IEnumerable<EndpointSlice> SlicesOf(string ns, string service) =>
        EndpointSlices.All.Where(slice => slice.Metadata.Namespace == ns && slice.ServiceName() == service);
}
