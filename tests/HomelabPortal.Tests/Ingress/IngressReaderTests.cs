using HomelabPortal.Cluster;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Ingress;

public sealed class IngressReaderTests
{
    private static readonly IngressRouteService _web = new() { Name = "web", Port = new IntOrString(80) };

    private static readonly ClusterState _state = new()
    {
        IsConnected = true,
        Services = Kind(Service("web")),
        EndpointSlices = Kind(Slice("web", true, true)),
        Middlewares = Kind(new Middleware { Metadata = Meta("forward-auth") }),
        Certificates = Kind<Certificate>(),
        Ingresses = Kind<HomelabPortal.Kubernetes.Ingress>(),
    };

    [Fact]
    public void Read_RouteWithEverythingInPlace_IsHealthy()
    {
        var view = Read(Route(_web), _state);

        Assert.Equal(HealthState.Healthy, view.Health.State);
        Assert.Equal(("web.cowlab.org", "https://web.cowlab.org/"), (view.Hosts[0].Name, view.Hosts[0].Link));
        Assert.Equal("2 of 2 ready", view.Backends[0].Endpoints);
        Assert.Equal("/", view.PathText);
    }

    [Fact]
    public void Read_PortByName_IsFound() =>
        Assert.Equal(HealthState.Healthy, Read(Route(_web with { Port = new IntOrString("http") }), _state).Health.State);

    [Fact]
    public void Read_ServiceMissing_NamesIt() =>
        Is(HealthState.Broken, "There is no Service gone in namespace media.", Route(_web with { Name = "gone" }), _state);

    [Fact]
    public void Read_ServiceInAnotherNamespace_IsLookedForThere() =>
        Is(HealthState.Broken, "There is no Service web in namespace other.", Route(_web with { Namespace = "other" }), _state);

    [Fact]
    public void Read_PortMissing_NamesItAndWhatThereIs() =>
        Is(HealthState.Broken, "Service media/web has no port 8080. It has 80 (http).", Route(_web with { Port = new IntOrString(8080) }), _state);

    [Fact]
    public void Read_NoEndpoints_IsBroken() =>
        Is(HealthState.Broken, "Service media/web has no endpoints: no pod matches its selector.", Route(_web), _state with { EndpointSlices = Kind<EndpointSlice>() });

    [Fact]
    public void Read_NoEndpointReady_IsBroken() =>
        Is(HealthState.Broken, "The only endpoint of Service media/web is not ready.", Route(_web), _state with { EndpointSlices = Kind(Slice("web", false)) });

    [Fact]
    public void Read_SomeEndpointsReady_IsDegraded() =>
        Is(HealthState.Degraded, "1 of 2 endpoints of Service media/web are ready.", Route(_web), _state with { EndpointSlices = Kind(Slice("web", true, false)) });

    [Fact]
    public void Read_EndpointThatDoesNotSay_IsReady() =>
        Assert.Equal(HealthState.Healthy, Read(Route(_web), _state with { EndpointSlices = Kind(Slice("web", (bool?)null)) }).Health.State);

    [Fact]
    public void Read_MiddlewareMissing_NamesIt() =>
        Is(HealthState.Broken, "There is no Middleware gone in namespace media.", Route(_web, "gone"), _state);

    [Fact]
    public void Read_MiddlewareOfAnotherProvider_IsNotLookedFor() =>
        Assert.Equal(HealthState.Healthy, Read(Route(_web, "auth@file"), _state).Health.State);

    [Fact]
    public void Read_ExternalName_IsUnknownAndNeverGreenButNoProblem()
    {
        var outside = Service("web") with { Spec = new ServiceSpec { Type = "ExternalName", ExternalName = "10.0.0.150" } };
        var view = Read(Route(_web), _state with { Services = Kind(outside) });

        Assert.Equal((HealthState.Unknown, false), (view.Health.State, view.Health.NeedsSomeone));
        Assert.Equal("outside: 10.0.0.150", view.Backends[0].Endpoints);
    }

    [Fact]
    public void Read_ServicesForbidden_IsUnknownNotBroken() =>
        Assert.Equal(HealthState.Unknown, Read(Route(_web with { Name = "gone" }), _state with { Services = ClusterKind<Service>.Syncing with { Status = new SourceStatus(SourcePhase.Forbidden, null, "no") } }).Health.State);

    [Fact]
    public void Read_CertificateNearItsEnd_SpoilsTheRoute()
    {
        var certificate = new Certificate { Metadata = Meta("web"), Spec = new CertificateSpec { SecretName = "web-tls" }, Status = new CertificateStatus { NotAfter = Now.AddDays(3) } };
        var route = Route(_web);
        var view = Read(route with { Spec = route.Spec with { Tls = new IngressRouteTls { SecretName = "web-tls" } } }, _state with { Certificates = Kind(certificate) });

        Assert.Equal((HealthState.Broken, "Certificate web: It expires in 3 days."), (view.Health.State, view.Health.Sentence));
    }

    [Fact]
    public void Read_RuleThatCannotBeRead_ShowsItsText()
    {
        var route = Route(_web);
        var view = Read(route with { Spec = route.Spec with { Routes = [route.Spec.Routes[0] with { Match = "Host(" }] } }, _state);

        Assert.Equal((HealthState.Unknown, "Host("), (view.Health.State, view.Raw));
        Assert.Empty(view.Hosts);
    }

    [Theory]
    [InlineData("app.kubernetes.io/managed-by", "homelab-portal", "HomelabPortal")]
    [InlineData("argocd.argoproj.io/instance", "sonarr", "Argo CD")]
    [InlineData("app.kubernetes.io/managed-by", "Helm", "Helm")]
    [InlineData("kustomize.toolkit.fluxcd.io/name", "apps", "Flux")]
    [InlineData("app", "web", "By hand")]
    public void Read_Marks_TellTheOwner(string label, string value, string owner) =>
        Assert.Equal(owner, Read(Route(_web) with { Metadata = Meta("web", "media", (label, value)) }, _state).Owner);

    [Fact]
    public void Read_PlainIngress_IsReadIntoTheSameView()
    {
        var ingress = new HomelabPortal.Kubernetes.Ingress
        {
            Metadata = Meta("plain"),
            Spec = new IngressSpec
            {
                IngressClassName = "traefik",
                Rules = [new IngressRule { Host = "plain.cowlab.org", Http = new IngressHttp { Paths = [new IngressPath { Path = "/api", PathType = "Prefix", Backend = new IngressBackend { Service = new IngressServiceBackend { Name = "web", Port = new ServiceBackendPort { Number = 80 } } } }] } }],
            },
        };

        var view = Assert.Single(IngressReader.Read(_state with { Ingresses = Kind(ingress), IngressRoutes = Kind<IngressRoute>() }, IngressState.Connecting, new IngressOptions(), Now).Routes);

        Assert.Equal(("plain.cowlab.org", "/api/…", "class traefik", HealthState.Healthy), (view.HostText, view.PathText, view.EntryPointText, view.Health.State));
    }

    [Fact]
    public void Read_NothingChanged_KeepsTheStateAndItsRows()
    {
        var state = _state with { IngressRoutes = Kind(Route(_web)) };
        var first = IngressReader.Read(state, IngressState.Connecting, new IngressOptions(), Now);

        Assert.Same(first, IngressReader.Read(state, first, new IngressOptions(), Now.AddSeconds(5)));
    }

    [Fact]
    public void Problems_BrokenRoute_LeadsNowhere()
    {
        var state = IngressReader.Read(_state with { IngressRoutes = Kind(Route(_web with { Name = "gone" })) }, IngressState.Connecting, new IngressOptions(), Now);

        var problem = Assert.Single(IngressProblems.Find(state));

        Assert.Equal(("web.cowlab.org leads nowhere", "/cluster/ingress/ingressroutes/media/web"), (problem.Title, problem.Link));
    }

    private static void Is(HealthState state, string sentence, IngressRoute route, ClusterState cluster)
    {
        var health = Read(route, cluster).Health;
        Assert.Equal((state, sentence), (health.State, health.Sentence));
    }

    private static IngressRouteView Read(IngressRoute route, ClusterState state) =>
        Assert.Single(IngressReader.Read(state with { IngressRoutes = Kind(route) }, IngressState.Connecting, new IngressOptions(), Now).Routes);

    private static IngressRoute Route(IngressRouteService service, params string[] middlewares) => new()
    {
        Metadata = Meta("web"),
        Spec = new IngressRouteSpec
        {
            EntryPoints = ["websecure"],
            Routes = [new IngressRouteRule { Match = "Host(`web.cowlab.org`)", Services = [service], Middlewares = [.. middlewares.Select(name => new IngressRouteReference { Name = name })] }],
        },
    };

    private static Service Service(string name) => new()
    {
        Metadata = Meta(name),
        Spec = new ServiceSpec { Type = "ClusterIP", Selector = CompactMap<string>.From([new("app", name)]), Ports = [new ServicePort { Name = "http", Port = 80 }] },
    };

    private static EndpointSlice Slice(string service, params bool?[] ready) => new()
    {
        Metadata = Meta(service + "-abc", "media", ("kubernetes.io/service-name", service)),
        Ports = [new EndpointPort { Name = "http", Port = 8080 }],
        Endpoints = [.. ready.Select((isReady, index) => new Endpoint { Addresses = [$"10.42.0.{index}"], Conditions = new EndpointConditions { Ready = isReady } })],
    };
}
