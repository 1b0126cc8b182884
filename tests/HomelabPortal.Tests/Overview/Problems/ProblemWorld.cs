using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Overview.Problems;

/// <summary>A lab in which jellyseerr crashes, and what follows from that.</summary>
internal static class ProblemWorld
{
    public const string Pod = "/cluster/pods/media/jellyseerr-7d9f-a";
    public const string Route = "/cluster/ingress/ingressroutes/media/jellyseerr";

    public static LabScene Calm { get; } = new(
        new ClusterState { IsConnected = true, Nodes = Kind(Node("node1")) }.WithRows(), new IngressState(true, null, [], SourceStatus.Live), HostnameState.Unread, ApiAddressState.Unknown, DockerState.Empty, GpuState.Empty,
        new DesiredState(), ReconcileStatus.NotStarted, ChecksState.Empty, Now);

    /// <param name="selector">The app that the service selects; jellyseerr's pods carry "jellyseerr".</param>
    public static LabScene Crashing(string selector = "jellyseerr")
    {
        var pod = CrashLooping("jellyseerr-7d9f-a", "jellyseerr-7d9f");
        pod = pod with { Metadata = pod.Metadata with { Labels = Meta("x", "media", ("app", "jellyseerr")).Labels } };
        var set = new ReplicaSet { Metadata = Meta("jellyseerr-7d9f") with { OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "jellyseerr", Controller = true }] } };
        var cluster = new ClusterState
        {
            IsConnected = true, Nodes = Kind(Node("node1")), Pods = Kind(pod), ReplicaSets = Kind(set), Services = Kind(TraceObjects.Service("jellyseerr", "media", 80, "http", ("app", selector))),
        };
        var route = HostWorld.Route("media/jellyseerr", "Host(`wishes.cowlab.org`)") with { Health = new Verdict(HealthState.Broken, "Broken", "Its only endpoint is not ready.") };
        return Calm with { Cluster = cluster.WithRows(), Ingress = new IngressState(true, null, [route], SourceStatus.Live) };
    }
}
