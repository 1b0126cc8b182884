using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>Two faults at each of the twelve stations, and some more that are told apart.</summary>
internal static class TraceFaults
{
    private static readonly ContainerStatus _crashing = Waiting("CrashLoopBackOff", restarts: 14, last: new ContainerTerminated { ExitCode = 1, Reason = "Error", FinishedAt = Now.AddMinutes(-1) });

    private static readonly DockerContainer _ended = new("c1", "ollama", "ollama/ollama:0.6", "exited", "Exited (137) 2 minutes ago", []);

    /// <summary>The stations of the proof, two faults each.</summary>
    public static IReadOnlyDictionary<string, TraceFault> Proof { get; } = new Dictionary<string, TraceFault>
    {
        ["1 DNS: no record"] = Broken(Books, HopKind.Dns, "dns.missing", world => world with { Records = [world.Records[1]] }),
        ["1 DNS: its own record hides the wildcard"] = Broken(Books, HopKind.Dns, "dns.shadowed", world => world with { Records = world.Records.Add(Record("A", "books", "10.0.0.7")) }),
        ["2a tunnel: a rule above takes everything"] = Broken(Tv, HopKind.Tunnel, "tunnel.rule.unreachable", world => world with { Tunnel = Rules("""[["*.cowlab.org", "http://10.0.0.7:80"], ["tv.cowlab.org", "ingress"]]""") }),
        ["2a tunnel: no connector"] = Broken(Tv, HopKind.Tunnel, "tunnel.disconnected", world => world with { HasConnector = false }),
        ["2b LAN: the pool is used up"] = Broken(Books, HopKind.Lan, "lan.pool.exhausted", world => WithoutAddress(world, "10.0.0.90/32")),
        ["2b LAN: the announcing node is down"] = Broken(Books, HopKind.Lan, "lan.announcer.down", world => world.With(cluster => cluster with { Nodes = Kind(Node("node1"), Node("node2", "False")) })),
        ["3 Traefik: no route"] = Broken(Tv, HopKind.Route, "traefik.route.missing", world => world.With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("books", Books, 80)) })),
        ["3 Traefik: a middleware is missing"] = Broken(Books, HopKind.Route, "traefik.middleware.missing", world => world.With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("books", Books, 80, middleware: "gone")) })),
        ["4 Service: another port"] = Broken(Books, HopKind.Service, "svc.port.mismatch", world => world.With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("books", Books, 8080)) })),
        ["4 Service: its selector matches nothing"] = Broken(Tv, HopKind.Service, "svc.selector.none", world => Without(world, "tv", TraceObjects.Service("tv", "media", 80, "http", ("app", "telly")))),
        ["5 endpoints: none"] = Broken(Tv, HopKind.Endpoints, "endpoints.none", world => Without(world, "tv", null)),
        ["5 endpoints: the port has another name"] = Broken(Books, HopKind.Endpoints, "endpoints.port", world => Put(world, TraceObjects.Slice("books", "media", "grpc", "10.42.1.8", "books-0"))),
        ["6 pod: keeps crashing"] = Broken(Tv, HopKind.Pod, "pod.crashloop", world => Down(world, TraceObjects.Pod("tv-0", "tv", _crashing, "tv-data"))),
        ["6 pod: its image is not to be had"] = Broken(Tv, HopKind.Pod, "pod.image", world => Down(world, TraceObjects.Pod("tv-0", "tv", Waiting("ImagePullBackOff", "not found"), "tv-data", "Pending"))),
        ["7 node: not ready"] = Broken(Tv, HopKind.Node, "node.notready", world => OffNode(world, "False")),
        ["7 node: silent"] = Broken(Tv, HopKind.Node, "node.silent", world => OffNode(world, "Unknown")),
        ["8 storage: the volume is faulted"] = Broken(Tv, HopKind.Storage, "pvc.faulted", world => Down(world, Creating).With(cluster => cluster with { Volumes = Kind(TraceObjects.Volume("pvc-tv", "detached", "faulted")) })),
        ["8 storage: the volume is gone"] = Broken(Tv, HopKind.Storage, "pvc.lost", world => Down(world, Creating).With(cluster => cluster with { Claims = Kind(TraceObjects.Claim("tv-data", "Lost")) })),
        ["4' outside: no slice"] = Broken(Ai, HopKind.Endpoints, "endpoints.none", world => Without(world, "ai", null)),
        ["4' outside: the slice has another port"] = Broken(Ai, HopKind.Endpoints, "endpoints.port", world => Put(world, TraceObjects.Outside("ai", Tower, 11434, "grpc"))),
        ["5' container: nothing publishes the port"] = Broken(Ai, HopKind.Container, "container.port.unpublished", world => With(world, new DockerContainer("c1", "ollama", "ollama/ollama:0.6", "running", "Up 3 days", [])) with { Wanted = [Ollama] }),
        ["5' container: unhealthy"] = Broken(Ai, HopKind.Container, "container.unhealthy", world => With(world, new DockerContainer("c1", "ollama", "ollama/ollama:0.6", "running", "Up 3 days (unhealthy)", [11434]))),
        ["6' GPU: lost in the container"] = Broken(Ai, HopKind.Gpu, "gpu.lost", world => world with { Gpu = world.Gpu with { LostIn = ["ollama"] } }),
        ["6' GPU: its memory is full"] = new(Ai, HopKind.Gpu, "gpu.memory.full", TraceVerdict.Degraded, world => world with { Gpu = world.Gpu with { Cards = [world.Gpu.Cards[0] with { MemoryUsedMiB = 24500 }] } }),
    };

    /// <summary>Others that a person wants told apart.</summary>
    public static IReadOnlyDictionary<string, TraceFault> More { get; } = new Dictionary<string, TraceFault>
    {
        ["DNS: a tunnel that is gone"] = Broken(Tv, HopKind.Dns, "dns.dangling", world => world with { Records = [world.Records[0], Record("CNAME", "tv", "99999999-2222-3333-4444-555555555555.cfargotunnel.com", proxied: true)] }),
        ["DNS: a private address through Cloudflare"] = Broken(Books, HopKind.Dns, "dns.proxied.private", world => world with { Records = [Record("A", "*", Lan, proxied: true)] }),
        ["DNS: a tunnel without the proxy"] = Broken(Tv, HopKind.Dns, "dns.tunnel.unproxied", world => world with { Records = [world.Records[0], Record("CNAME", "tv", "tunnel")] }),
        ["DNS: the wildcard leads elsewhere"] = Broken(Books, HopKind.Dns, "dns.elsewhere", world => world with { Records = [Record("A", "*", "10.0.0.7")] }),
        ["DNS: two records that disagree"] = new(Books, HopKind.Dns, "dns.duplicate", TraceVerdict.Degraded, world => world with { Records = [Record("A", "books", Lan), Record("A", "books", "10.0.0.7")] }),
        ["tunnel: no rule"] = Broken(Tv, HopKind.Tunnel, "tunnel.rule.missing", world => world with { Tunnel = Rules("[]") }),
        ["tunnel: its rule answers itself"] = Broken(Tv, HopKind.Tunnel, "tunnel.rule.status", world => world with { Tunnel = Rules("""[["tv.cowlab.org", "http_status:503"]]""") }),
        ["tunnel: past the ingress to no Service"] = Broken(Tv, HopKind.Tunnel, "tunnel.origin.missing", world => world with { Tunnel = Rules("""[["tv.cowlab.org", "http://gone.media.svc.cluster.local:80"]]""") }),
        ["tunnel: Traefik's Service is gone"] = Broken(Tv, HopKind.Tunnel, "tunnel.origin.missing", world => world.With(cluster => cluster with { Services = cluster.Services with { Items = cluster.Services.Items.Remove("traefik/traefik") } })),
        ["tunnel: a port that Traefik's Service has not"] = Broken(Tv, HopKind.Tunnel, "tunnel.origin.port", world => world with { Tunnel = Rules("""[["tv.cowlab.org", "http://traefik.traefik.svc.cluster.local:8081"]]""") }),
        ["LAN: nobody announces it"] = Broken(Books, HopKind.Lan, "lan.unannounced", world => world.With(cluster => cluster with { L2Statuses = Kind<ServiceL2Status>() })),
        ["Traefik: does not run"] = Broken(Books, HopKind.Route, "traefik.down", world => Put(world, TraceObjects.Slice("traefik", "traefik", "websecure", "10.42.0.5", "traefik-0", isReady: false)).With(cluster => cluster with { L2Statuses = Kind<ServiceL2Status>() })),
        ["Traefik: two routes of one priority"] = new(Books, HopKind.Route, "traefik.router.conflict", TraceVerdict.Degraded, world => world.With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("books", Books, 80), TraceObjects.Route("tv", Books, 80)) })),
        ["Traefik: not for browsers"] = Broken(Books, HopKind.Route, "traefik.entrypoint", world => world.With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("books", Books, 80, entryPoint: "ssh")) })),
        ["Service: gone"] = Broken(Books, HopKind.Service, "svc.missing", world => world.With(cluster => cluster with { Services = cluster.Services with { Items = cluster.Services.Items.Remove("media/books") } })),
        ["Service: a port that no container has"] = Broken(Books, HopKind.Service, "svc.port.mismatch", world => world.With(cluster => cluster with
        {
            Pods = Kind(cluster.Pods.Items["media/tv-0"], cluster.Pods.Items["media/books-0"] with { Spec = cluster.Pods.Items["media/books-0"].Spec with { Containers = [new Container { Name = "app", Ports = [new ContainerPort { Name = "http", Number = 8080 }] }] } }),
        })),
        ["endpoints: one of two"] = new(Tv, HopKind.Pod, "pod.crashloop", TraceVerdict.Degraded, world => OneOfTwo(world)),
        ["pod: out of memory"] = Broken(Tv, HopKind.Pod, "pod.oom", world => Down(world, TraceObjects.Pod("tv-0", "tv", Waiting("CrashLoopBackOff", restarts: 3, last: new ContainerTerminated { ExitCode = 137, Reason = "OOMKilled", FinishedAt = Now.AddMinutes(-1) }), "tv-data"))),
        ["node: cordoned"] = new(Books, HopKind.Node, "node.cordoned", TraceVerdict.Degraded, world => world.With(cluster => cluster with { Nodes = Kind(Node("node1") with { Spec = new NodeSpec { Unschedulable = true } }, Node("node2")) })),
        ["storage: a replica too few"] = new(Tv, HopKind.Storage, "pvc.degraded", TraceVerdict.Degraded, world => world.With(cluster => cluster with { Volumes = Kind(TraceObjects.Volume("pvc-tv", "attached", "degraded")), VolumeReplicas = Kind(TraceObjects.Replica("pvc-tv", "node1")) })),
        ["container: wanted, and ended"] = Broken(Ai, HopKind.Container, "container.exited", world => With(world, _ended) with { Wanted = [Ollama] }),
        ["container: an exposure leads to it, and it ended"] = Broken(Ai, HopKind.Container, "container.exited", world => With(world, _ended) with { Exposures = [LedTo("ollama")] }),
        ["container: an exposure leads to it, and it is gone"] = Broken(Ai, HopKind.Container, "container.missing", world => With(world, _ended) with { Exposures = [LedTo("llama")] }),
        ["storage: attached elsewhere"] = Broken(Tv, HopKind.Storage, "pvc.attached.elsewhere", world => Down(world, Creating).With(cluster => cluster with { Volumes = Kind(TraceObjects.Volume("pvc-tv", "attached", "healthy", "node2")) })),
    };

    /// <summary>What is wanted of the container behind ai.</summary>
    public static DesiredContainer Ollama => new() { Id = "con0000001", Host = "tower", Name = "ollama", Image = "ollama/ollama:0.6", Ports = [new PublishedPort(Tower, 11434, 11434)] };

    private static Exposure LedTo(string container) => new()
    {
        Id = "exp0000001", Hostname = Hostname.Parse(Ai), Backend = new ContainerBackend("tower", container, 11434) { Address = Tower, HostPort = 11434 },
    };

    private static Pod Creating => TraceObjects.Pod("tv-0", "tv", Waiting("ContainerCreating"), "tv-data", "Pending");

    private static TraceFault Broken(string host, HopKind hop, string code, Func<TraceWorld, TraceWorld> inject) => new(host, hop, code, TraceVerdict.Broken, inject);

    private static TraceWorld With(TraceWorld world, DockerContainer container) => world with { Host = world.Host with { Containers = [container] } };

    /// <summary>A service without its endpoints, as another service when one is given.</summary>
    private static TraceWorld Without(TraceWorld world, string name, Service? instead) => world.With(cluster => cluster with
    {
        EndpointSlices = cluster.EndpointSlices with { Items = cluster.EndpointSlices.Items.Remove($"media/{name}-x1") },
        Services = instead is null ? cluster.Services : cluster.Services with { Items = cluster.Services.Items.SetItem($"media/{name}", instead) },
    });

    private static TraceWorld Put(TraceWorld world, EndpointSlice slice) => world.With(cluster => cluster with { EndpointSlices = cluster.EndpointSlices with { Items = cluster.EndpointSlices.Items.SetItem(slice.Metadata.Key(), slice) } });

    /// <summary>The pod of tv as it is now, and its endpoint not ready with it.</summary>
    private static TraceWorld Down(TraceWorld world, Pod pod) => Put(world, TraceObjects.Slice("tv", "media", "http", "10.42.1.7", "tv-0", isReady: false)).With(cluster => cluster with { Pods = cluster.Pods with { Items = cluster.Pods.Items.SetItem("media/tv-0", pod) } });

    private static TraceWorld OffNode(TraceWorld world, string ready) =>
        Down(world, TraceObjects.Pod("tv-0", "tv", Running() with { Ready = false }, "tv-data")).With(cluster => cluster with { Nodes = Kind(Node("node1", ready), Node("node2")) });

    private static TraceWorld OneOfTwo(TraceWorld world)
    {
        var slice = TraceObjects.Slice("tv", "media", "http", "10.42.1.7", "tv-0");
        var second = slice.Endpoints[0] with { Addresses = ["10.42.1.9"], Conditions = new EndpointConditions { Ready = false }, TargetRef = new ObjectReference { Kind = "Pod", Name = "tv-1", Namespace = "media" } };
        return Put(world, slice with { Endpoints = [slice.Endpoints[0], second] }).With(cluster => cluster with { Pods = cluster.Pods with { Items = cluster.Pods.Items.SetItem("media/tv-1", TraceObjects.Pod("tv-1", "tv", _crashing)) } });
    }

    private static TraceWorld WithoutAddress(TraceWorld world, string range) => world.With(cluster => cluster with
    {
        AddressPools = Kind(TraceObjects.Pool(range)),
        Services = cluster.Services with
        {
            Items = cluster.Services.Items
                .SetItem("traefik/traefik", cluster.Services.Items["traefik/traefik"] with { Status = ServiceStatus.Empty })
                .SetItem("media/other", TraceObjects.Service("other", "media", 80, "http", ("app", "tv")) with { Spec = new ServiceSpec { Type = "LoadBalancer" }, Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerAddress { Ip = "10.0.0.90" }] } } }),
        },
    });
}
