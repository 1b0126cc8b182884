using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Dns;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Trace.Following;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Tunnels;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Trace;

/// <summary>
/// A lab in which every station of every way is as it should be: tv comes through the tunnel, books in the house, ai leads to a container with a GPU.
/// A fault is a change of one part of it.
/// </summary>
internal sealed record TraceWorld
{
    public const string Tv = "tv.cowlab.org";
    public const string Books = "books.cowlab.org";
    public const string Ai = "ai.cowlab.org";
    public const string Lan = "10.0.0.99";
    public const string Tower = "10.0.0.150";

    public static DateTimeOffset SeenAt { get; } = Now.AddMinutes(-7);

    public ImmutableArray<LiveRecord> Records { get; init; } = [Record("A", "*", Lan), Record("CNAME", "tv", "tunnel", proxied: true)];
    public JsonObject Tunnel { get; init; } = Rules("""[["tv.cowlab.org", "ingress"]]""");
    public bool HasConnector { get; init; } = true;
    public ClusterState Cluster { get; init; } = Healthy();
    public ImmutableArray<Exposure> Exposures { get; init; } = [];
    public ImmutableArray<DesiredContainer> Wanted { get; init; } = [];
    public DockerHostState Host { get; init; } = new("tower", Tower, [new DockerContainer("c1", "ollama", "ollama/ollama:0.6", "running", "Up 3 days", [11434])], Now, null);

    public GpuHostState Gpu { get; init; } = GpuHostState.Unknown("tower") with
    {
        Users = ["ollama"], AsOf = Now, Cards = [new GpuReading { Uuid = "GPU-1", Name = "RTX 3090", MemoryTotalMiB = 24576, MemoryUsedMiB = 8000 }],
    };

    public string? DnsFault { get; init; }
    public string? TunnelFault { get; init; }
    public string? IngressFault { get; init; }
    public string? ClusterFault { get; init; }

    public TraceReport Trace(string host) => Tracer.Of(host, new TraceScene(Facts()));

    public TraceWorld With(Func<ClusterState, ClusterState> change) => this with { Cluster = change(Cluster) };

    public TraceFacts Facts()
    {
        // The rows that the watcher would derive.
        var cluster = Cluster.WithRows();
        cluster = cluster with { LoadBalancer = LoadBalancerReader.Read(cluster) };
        var names = new HostnameFacts
        {
            Dns = new DnsState([new DnsZone("z1", "cowlab.org", "active", false, Records)]),
            Tunnels = new TunnelState("acc1", [HasConnector ? HostWorld.Tunnel(Tunnel) : HostWorld.Tunnel(Tunnel) with { Connectors = [] }], HostWorld.TunnelId, null),
            Ingress = IngressReader.Read(cluster, IngressState.Connecting, new IngressOptions(), Now),
            Desired = new DesiredState { Instance = "inst0001", Exposures = Exposures, Containers = Wanted }, Reconcile = new ReconcileStatus { LastPassAt = Now }, Access = new AccessSight([], null),
            LanAddresses = IngressPlaces.Addresses(cluster, "traefik/traefik"), IngressOrigins = ["traefik.traefik.svc.cluster.local"],
            DnsFault = DnsFault, TunnelFault = TunnelFault, IngressFault = IngressFault ?? ClusterFault, Now = Now,
        };
        return new TraceFacts
        {
            Names = names, Cluster = cluster, Docker = new DockerState([Host]), Gpu = new GpuState([Gpu]), ClusterFault = ClusterFault,
            DnsAsOf = SeenAt, TunnelsAsOf = SeenAt, IngressAsOf = SeenAt, ClusterAsOf = SeenAt,
        };
    }

    public static LiveRecord Record(string type, string name, string content, bool proxied = false) => HostWorld.Record(proxied ? [type, name, content, "proxied"] : [type, name, content], name.GetHashCode(StringComparison.Ordinal) & 0xff);

    public static JsonObject Rules(string rows) => new() { ["rules"] = JsonNode.Parse(rows) };

    private static Service Traefik
    {
        get
        {
            var service = TraceObjects.Service("traefik", "traefik", 443, "websecure", ("app", "traefik"));
            return service with { Spec = service.Spec with { Ports = [new ServicePort { Name = "web", Port = 80, TargetPort = new IntOrString("web") }, .. service.Spec.Ports] } };
        }
    }

    private static ClusterState Healthy() => new()
    {
        IsConnected = true,
        Nodes = Kind(Node("node1"), Node("node2")), NodeLeases = Kind<Lease>(),
        Services = Kind(
            Traefik with { Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerAddress { Ip = Lan }] } } },
            TraceObjects.Service("tv", "media", 80, "http", ("app", "tv")), TraceObjects.Service("books", "media", 80, "http", ("app", "books")), TraceObjects.Service("ai", "media", 80, "http")),
        EndpointSlices = Kind(
            TraceObjects.Slice("traefik", "traefik", "websecure", "10.42.0.5", "traefik-0"), TraceObjects.Slice("tv", "media", "http", "10.42.1.7", "tv-0"), TraceObjects.Slice("books", "media", "http", "10.42.1.8", "books-0"), TraceObjects.Outside("ai", Tower, 11434)),
        Pods = Kind(TraceObjects.Pod("tv-0", "tv", claim: "tv-data"), TraceObjects.Pod("books-0", "books")),
        Deployments = Kind<Deployment>(), StatefulSets = Kind<StatefulSet>(), DaemonSets = Kind<DaemonSet>(), ReplicaSets = Kind<ReplicaSet>(), Jobs = Kind<Job>(), Warnings = Kind<Event>(),
        IngressRoutes = Kind(TraceObjects.Route("tv", Tv, 80), TraceObjects.Route("books", Books, 80), TraceObjects.Route("ai", Ai, 80)),
        Middlewares = Kind(new Middleware { Metadata = Meta("headers"), Spec = new MiddlewareSpec { Kinds = ["headers"] } }),
        TcpRoutes = Kind<IngressRouteTcp>(), UdpRoutes = Kind<IngressRouteUdp>(), Ingresses = Kind<HomelabPortal.Kubernetes.Ingress>(), HttpRoutes = Kind<HttpRoute>(), Gateways = Kind<Gateway>(), IngressClasses = Kind<IngressClass>(),
        TcpMiddlewares = Kind<MiddlewareTcp>(), TraefikServices = Kind<TraefikService>(), ServersTransports = Kind<ServersTransport>(), TlsOptions = Kind<TlsOption>(), Certificates = Kind<Certificate>(),
        AddressPools = Kind(TraceObjects.Pool("10.0.0.90-10.0.0.99")), L2Advertisements = Kind(new L2Advertisement { Metadata = Meta("lan", "metallb-system") }), BgpAdvertisements = Kind<BgpAdvertisement>(),
        L2Statuses = Kind(TraceObjects.Announced("node2")),
        Claims = Kind(TraceObjects.Claim("tv-data")), PersistentVolumes = Kind(TraceObjects.Persistent("pvc-tv")),
        Volumes = Kind(TraceObjects.Volume("pvc-tv", "attached", "healthy")), VolumeReplicas = Kind(TraceObjects.Replica("pvc-tv", "node1"), TraceObjects.Replica("pvc-tv", "node2")), VolumeEngines = Kind<LonghornEngine>(), VolumeNodes = Kind<LonghornNode>(),
    };
}
