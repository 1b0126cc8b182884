using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Trace;

/// <summary>The objects of the traced lab.</summary>
internal static class TraceObjects
{
    public static Service Service(string name, string ns, int port, string portName, params (string Key, string Value)[] selector) => new()
    {
        Metadata = Meta(name, ns),
        Spec = new ServiceSpec
        {
            Type = name == "traefik" ? "LoadBalancer" : "ClusterIP", ClusterIps = ["10.43.0.9"], Ports = [new ServicePort { Name = portName, Port = port, TargetPort = new IntOrString("web") }],
            Selector = CompactMap<string>.From(selector.Select(label => KeyValuePair.Create(label.Key, label.Value))),
        },
    };

    public static EndpointSlice Slice(string service, string ns, string portName, string address, string pod, bool isReady = true) => new()
    {
        Metadata = Meta($"{service}-x1", ns, ("kubernetes.io/service-name", service)), Ports = [new EndpointPort { Name = portName, Port = 8080, Protocol = "TCP" }],
        Endpoints = [new Endpoint { Addresses = [address], Conditions = new EndpointConditions { Ready = isReady, Serving = isReady }, TargetRef = new ObjectReference { Kind = "Pod", Name = pod, Namespace = ns }, NodeName = "node1" }],
    };

    /// <summary>An address outside the cluster, given by hand.</summary>
    public static EndpointSlice Outside(string service, string address, int port, string portName = "http") => new()
    {
        Metadata = Meta($"{service}-x1", "media", ("kubernetes.io/service-name", service)), Ports = [new EndpointPort { Name = portName, Port = port, Protocol = "TCP" }], Endpoints = [new Endpoint { Addresses = [address] }],
    };

    public static Pod Pod(string name, string app, ContainerStatus? status = null, string? claim = null, string phase = "Running")
    {
        var pod = Cluster.Objects.Pod(name, status ?? Running(), phase);
        return pod with
        {
            Metadata = Meta(name, "media", ("app", app)),
            Spec = pod.Spec with
            {
                Containers = [new Container { Name = "app", Image = "ghcr.io/example/app:1.0", Ports = [new ContainerPort { Name = "web", Number = 8080 }] }],
                Volumes = claim is null ? [] : [new PodVolume { Name = "data", Kind = "persistentVolumeClaim", PersistentVolumeClaim = new PodVolumeClaim { ClaimName = claim } }],
            },
        };
    }

    public static IngressRoute Route(string name, string host, int port, int? priority = null, string middleware = "headers", string entryPoint = "web,websecure") => new()
    {
        Metadata = Meta(name),
        Spec = new IngressRouteSpec
        {
            EntryPoints = entryPoint.Split(','),
            Routes = [new IngressRouteRule { Kind = "Rule", Match = $"Host(`{host}`)", Priority = priority, Middlewares = [new IngressRouteReference { Name = middleware }], Services = [new IngressRouteService { Name = name, Port = port }] }],
        },
    };

    public static IpAddressPool Pool(string range) => new() { Metadata = Meta("lan", "metallb-system"), Spec = new IpAddressPoolSpec { Addresses = [range] } };

    public static ServiceL2Status Announced(string node) => new()
    {
        Metadata = Meta("l2-x", "metallb-system"), Status = new ServiceL2StatusStatus { Node = node, ServiceName = "traefik", ServiceNamespace = "traefik" },
    };

    public static PersistentVolumeClaim Claim(string name, string phase = "Bound", string volume = "pvc-tv") => new()
    {
        Metadata = Meta(name), Spec = new PersistentVolumeClaimSpec { VolumeName = phase == "Bound" ? volume : "" }, Status = new PersistentVolumeClaimStatus { Phase = phase },
    };

    public static PersistentVolume Persistent(string name) => new()
    {
        Metadata = Meta(name, ""), Spec = new PersistentVolumeSpec { Csi = new CsiVolume { Driver = "driver.longhorn.io", VolumeHandle = name } }, Status = new PersistentVolumeStatus { Phase = "Bound" },
    };

    public static LonghornVolume Volume(string name, string state, string robustness, string node = "node1") => new()
    {
        Metadata = Meta(name, "longhorn-system"), Spec = new LonghornVolumeSpec { NumberOfReplicas = 2 }, Status = new LonghornVolumeStatus { State = state, Robustness = robustness, CurrentNodeId = state == "attached" ? node : "" },
    };

    public static LonghornReplica Replica(string volume, string node) => new()
    {
        Metadata = Meta($"{volume}-r-{node}", "longhorn-system"), Spec = new LonghornReplicaSpec { VolumeName = volume, NodeId = node, HealthyAt = Now.AddDays(-2), Active = true }, Status = new LonghornReplicaStatus { CurrentState = "running" },
    };
}
