using System.Collections.Immutable;
using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Cluster;

/// <summary>
/// One moment of the cluster: every watched kind with its own freshness, and the rows that pages show.
/// A kind that may not be read leaves the others as they are.
/// </summary>
public sealed record ClusterState
{
    /// <summary>Before the first look.</summary>
    public static ClusterState Connecting { get; } = new() { IsConnected = true };

    /// <summary>False when no cluster is configured; <see cref="Help"/> then says how to connect one.</summary>
    public bool IsConnected { get; init; }

    public string? Help { get; init; }

    /// <summary>Such as "v1.33.4+k3s1".</summary>
    public string? Version { get; init; }

    public ClusterKind<Node> Nodes { get; init; } = ClusterKind<Node>.Syncing;

    public ClusterKind<Namespace> Namespaces { get; init; } = ClusterKind<Namespace>.Syncing;

    public ClusterKind<Pod> Pods { get; init; } = ClusterKind<Pod>.Syncing;

    public ClusterKind<Service> Services { get; init; } = ClusterKind<Service>.Syncing;

    public ClusterKind<EndpointSlice> EndpointSlices { get; init; } = ClusterKind<EndpointSlice>.Syncing;

    public ClusterKind<Deployment> Deployments { get; init; } = ClusterKind<Deployment>.Syncing;

    public ClusterKind<StatefulSet> StatefulSets { get; init; } = ClusterKind<StatefulSet>.Syncing;

    public ClusterKind<DaemonSet> DaemonSets { get; init; } = ClusterKind<DaemonSet>.Syncing;

    public ClusterKind<ReplicaSet> ReplicaSets { get; init; } = ClusterKind<ReplicaSet>.Syncing;

    public ClusterKind<PersistentVolumeClaim> Claims { get; init; } = ClusterKind<PersistentVolumeClaim>.Syncing;

    public ClusterKind<KubernetesIngress> Ingresses { get; init; } = ClusterKind<KubernetesIngress>.Syncing;

    /// <summary>Warnings only, the latest few hundred.</summary>
    public ClusterKind<Event> Warnings { get; init; } = ClusterKind<Event>.Syncing;

    public ClusterKind<IngressRoute> IngressRoutes { get; init; } = ClusterKind<IngressRoute>.Syncing;

    public ClusterKind<Middleware> Middlewares { get; init; } = ClusterKind<Middleware>.Syncing;

    public ClusterKind<IpAddressPool> AddressPools { get; init; } = ClusterKind<IpAddressPool>.Syncing;

    public ClusterKind<Certificate> Certificates { get; init; } = ClusterKind<Certificate>.Syncing;

    public ClusterKind<LonghornVolume> Volumes { get; init; } = ClusterKind<LonghornVolume>.Syncing;

    public ClusterKind<LonghornNode> VolumeNodes { get; init; } = ClusterKind<LonghornNode>.Syncing;

    public ClusterMetrics Metrics { get; init; } = ClusterMetrics.None;

    /// <summary>Every pod, by namespace and name.</summary>
    public IReadOnlyList<PodRow> PodRows { get; init; } = [];

    /// <summary>All pods in one line; null while there are none. Made once for all viewers.</summary>
    public string? PodSummary { get; init; }

    /// <summary>Every node, control plane first.</summary>
    public IReadOnlyList<NodeRow> NodeRows { get; init; } = [];

    public static ClusterState NotConnected(string help) => new() { IsConnected = false, Help = help };

    /// <summary>The slices that carry the endpoints of a service.</summary>
    public IEnumerable<EndpointSlice> SlicesOf(string ns, string service) =>
        EndpointSlices.All.Where(slice => slice.Metadata.Namespace == ns && slice.ServiceName() == service);
}
