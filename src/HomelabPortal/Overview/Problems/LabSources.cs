using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Overview.Problems;

/// <summary>Takes the scene from what the rooms have published.</summary>
internal sealed class LabSources(
    Live<ClusterState> cluster, Live<IngressState> ingress, Live<HostnameState> hostnames, Live<ApiAddressState> api, Live<DockerState> docker, Live<GpuState> gpus, Live<DesiredState> desired, Live<ReconcileStatus> reconcile,
    Live<ChecksState> checks, TimeProvider time)
{
    private const string TheCluster = "The cluster";

    public LiveValue<ClusterState> Cluster => cluster.Current;

    public LabScene Take()
    {
        var seen = cluster.Current;
        return new LabScene(
            seen.Value, ingress.Current.Value, hostnames.Current.Value, api.Current.Value, docker.Current.Value, gpus.Current.Value, desired.Current.Value, reconcile.Current.Value, checks.Current.Value, time.GetUtcNow())
        {
            ClusterGap = seen.Fault is { } fault ? new SourceGap(TheCluster, seen.AsOf, fault) : null,
        };
    }
}
