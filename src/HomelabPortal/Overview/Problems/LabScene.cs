using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Overview.Problems;

/// <summary>Every room's published state at one moment, for working out what needs somebody.</summary>
internal sealed record LabScene(
    ClusterState Cluster, IngressState Ingress, HostnameState Hostnames, ApiAddressState Api, DockerState Docker, GpuState Gpus, DesiredState Desired, ReconcileStatus Reconcile, ChecksState Checks, DateTimeOffset Now)
{
    /// <summary>Why the cluster cannot be seen now; its state is then as it was. Null while it can.</summary>
    public SourceGap? ClusterGap { get; init; }

    /// <summary>Nothing was published since the other one was taken.</summary>
    public bool HasSameParts(LabScene? other) =>
        other is not null && ReferenceEquals(Cluster, other.Cluster) && ReferenceEquals(Ingress, other.Ingress) && ReferenceEquals(Hostnames, other.Hostnames) && ReferenceEquals(Api, other.Api)
        && ReferenceEquals(Docker, other.Docker) && ReferenceEquals(Gpus, other.Gpus) && ReferenceEquals(Desired, other.Desired) && ReferenceEquals(Reconcile, other.Reconcile)
        && ReferenceEquals(Checks, other.Checks) && ClusterGap == other.ClusterGap;
}
