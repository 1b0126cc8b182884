using HomelabPortal.Cluster;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Ingress;

public sealed class RouteFindingTests
{
    private static readonly ClusterState _state = new()
    {
        IsConnected = true,
        Services = Kind(Service("web"), Service("api")),
        EndpointSlices = Kind(Slice("web"), Slice("api")),
        Middlewares = Kind(new Middleware { Metadata = Meta("auth", "sso"), Spec = new MiddlewareSpec { Kinds = ["forwardAuth"] } }),
        TcpMiddlewares = Kind<MiddlewareTcp>(), TraefikServices = Kind<TraefikService>(), ServersTransports = Kind<ServersTransport>(), TlsOptions = Kind<TlsOption>(),
        IngressClasses = Kind<IngressClass>(), Certificates = Kind<Certificate>(), Gateways = Kind<Gateway>(),
    };

    [Theory]
    [InlineData(null, HealthState.Healthy, HealthState.Unknown)]
    [InlineData(false, HealthState.Broken, HealthState.Broken)]
    public void CrossNamespace_NotAllowedOrNotKnown_IsFound(bool? allowed, HealthState health, HealthState finding)
    {
        var view = Read(_state with { IngressRoutes = Kind(Guarded) }, new IngressOptions { AllowCrossNamespace = allowed });

        Assert.Equal(health, view.Health.State);
        Assert.Equal(("crossnamespace", finding), (view.Findings[0].Code, view.Findings[0].State));
        Assert.Contains("Middleware sso/auth", view.Findings[0].Sentence);
    }

    [Fact]
    public void CrossNamespace_Allowed_IsNothing() => Assert.Empty(Read(_state with { IngressRoutes = Kind(Guarded) }, new IngressOptions { AllowCrossNamespace = true }).Findings);

    [Fact]
    public void Class_Unknown_IsFound()
    {
        var route = Route("web", "Host(`a.b`)", To("web"));
        route = route with { Spec = route.Spec with { IngressClassName = "internal" } };

        Assert.Equal(["class.unknown"], Codes(_state with { IngressRoutes = Kind(route) }));
        Assert.Empty(Codes(_state with { IngressRoutes = Kind(route), IngressClasses = Kind(new IngressClass { Metadata = Meta("internal", "") }) }));
        Assert.Empty(Codes(_state with { IngressRoutes = Kind(route) }, new IngressOptions { ClassAnnotation = "internal" }));
    }

    [Fact]
    public void Class_InTheAnnotation_CountsToo()
    {
        var route = Route("web", "Host(`a.b`)", To("web"));
        route = route with { Metadata = route.Metadata with { Annotations = CompactMap<string>.From([new("kubernetes.io/ingress.class", "other")]) } };

        Assert.Equal(["class.unknown"], Codes(_state with { IngressRoutes = Kind(route) }));
    }

    [Fact]
    public void Weighted_TwoServices_AreFollowedWithTheirShares()
    {
        var split = Own("split", new TraefikServiceSpec { Weighted = new TraefikWeighted { Services = [To("web") with { Weight = 3 }, To("api") with { Weight = 1 }, To("gone") with { Weight = 0 }] } });
        var view = Read(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", OfTraefik("split"))), TraefikServices = Kind(split) });

        Assert.Equal([("web", "75 %", "split"), ("api", "25 %", "split")], view.Backends.Select(backend => (backend.Name, backend.Share, backend.Via)));
        Assert.Equal(HealthState.Healthy, view.Health.State);
    }

    [Fact]
    public void Mirroring_BrokenCopy_IsSaidButDoesNotSpoilTheRoute()
    {
        var mirror = Own("mirror", new TraefikServiceSpec { Mirroring = new TraefikMirroring { Name = "web", Port = 80, Mirrors = [To("gone") with { Percent = 10 }] } });
        var view = Read(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", OfTraefik("mirror"))), TraefikServices = Kind(mirror) });

        Assert.Equal([("web", ""), ("gone", "copy of 10 %")], view.Backends.Select(backend => (backend.Name, backend.Share)));
        Assert.Equal((HealthState.Healthy, "service.missing"), (view.Health.State, Assert.Single(view.Findings).Code));
    }

    [Fact]
    public void TraefikService_LeadsToItself_IsALoopNotAnEndlessWalk()
    {
        var (a, b) = (Own("a", Weighted(OfTraefik("b"))), Own("b", Weighted(OfTraefik("a"))));

        Assert.Equal(["traefikservice.cycle"], Codes(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", OfTraefik("a"))), TraefikServices = Kind(a, b) }));
    }

    [Fact]
    public void TraefikService_Missing_IsFound() =>
        Assert.Equal(["traefikservice.missing"], Codes(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", OfTraefik("gone"))) }));

    [Fact]
    public void TraefikService_InAnotherNamespace_ResolvesItsServicesThere()
    {
        var there = Own("there", Weighted(To("web"))) with { Metadata = Meta("there", "other") };
        var view = Read(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", OfTraefik("there") with { Namespace = "other" })), TraefikServices = Kind(there) }, new IngressOptions { AllowCrossNamespace = true });

        Assert.Equal("There is no Service web in namespace other.", view.Health.Sentence);
    }

    [Fact]
    public void Transport_Missing_IsFound() =>
        Assert.Equal(["serverstransport.missing"], Codes(_state with { IngressRoutes = Kind(Route("web", "Host(`a.b`)", To("web") with { ServersTransport = "gone" })) }));

    [Fact]
    public void TlsOptions_Missing_AreFound()
    {
        var route = Route("web", "Host(`a.b`)", To("web"));

        Assert.Equal(["tls.option.missing"], Codes(_state with { IngressRoutes = Kind(route with { Spec = route.Spec with { Tls = new IngressRouteTls { Options = new IngressRouteReference { Name = "modern" } } } }) }));
    }

    [Theory]
    [InlineData(-1, "tls.secret.expired")]
    [InlineData(3, "tls.secret.expiring")]
    public void Certificate_NearOrPastItsEnd_IsFound(int days, string code)
    {
        var certificate = new Certificate { Metadata = Meta("web"), Spec = new CertificateSpec { SecretName = "web-tls" }, Status = new CertificateStatus { NotAfter = Now.AddDays(days) } };
        var route = Route("web", "Host(`a.b`)", To("web"));

        Assert.Equal([code], Codes(_state with { IngressRoutes = Kind(route with { Spec = route.Spec with { Tls = new IngressRouteTls { SecretName = "web-tls" } } }), Certificates = Kind(certificate) }));
    }

    [Fact]
    public void Rule_Unreadable_IsFound() => Assert.Equal(["rule.unreadable"], Codes(_state with { IngressRoutes = Kind(Route("web", "Hots(`a.b`)", To("web"))) }));

    [Fact]
    public void Tie_SameRuleTwice_IsSaidOfBoth()
    {
        var views = ReadAll(_state with { IngressRoutes = Kind(Route("one", "Host(`a.b`)", To("web")), Route("two", "Host(`a.b`)", To("api"))) });

        Assert.All(views, view => Assert.Equal(("priority.tie", HealthState.Degraded), (Assert.Single(view.Findings).Code, view.Health.State)));
        Assert.Contains("IngressRoute media/two takes the same requests", views[0].Findings[0].Sentence);
    }

    [Fact]
    public void Tie_OtherEntryPointClassOrPriority_IsNone()
    {
        var (one, two) = (Route("one", "Host(`a.b`)", To("web")), Route("two", "Host(`a.b`)", To("api")));
        var elsewhere = two with { Spec = two.Spec with { EntryPoints = ["web"] } };
        var other = two with { Spec = two.Spec with { IngressClassName = "traefik-external" } };
        var plain = two with { Spec = two.Spec with { Tls = new IngressRouteTls() } };

        foreach (var second in new[] { elsewhere, other, plain })
            Assert.All(ReadAll(_state with { IngressRoutes = Kind(one, second) }), view => Assert.Empty(view.Findings));
    }

    [Fact]
    public void Shadowed_LongerPatternOverAHost_IsNeverAsked()
    {
        var views = ReadAll(_state with { IngressRoutes = Kind(Route("exact", "Host(`web.cowlab.org`)", To("web")), Route("catchall", "HostRegexp(`^[a-z0-9-]+\\.cowlab\\.org$`)", To("api"))) });

        var exact = views.Single(view => view.Name == "exact");
        Assert.Equal("priority.shadowed", Assert.Single(exact.Findings).Code);
        Assert.Contains("priority 39 before 22", exact.Findings[0].Sentence);
        Assert.Empty(views.Single(view => view.Name == "catchall").Findings);
    }

    [Fact]
    public void Shadowed_LowPriorityCatchAll_IsNone()
    {
        var catchAll = Route("catchall", "HostRegexp(`^[a-z0-9-]+\\.cowlab\\.org$`)", To("api"));
        catchAll = catchAll with { Spec = catchAll.Spec with { Routes = [catchAll.Spec.Routes[0] with { Priority = 1 }] } };

        Assert.All(ReadAll(_state with { IngressRoutes = Kind(Route("exact", "Host(`web.cowlab.org`)", To("web")), catchAll) }), view => Assert.Empty(view.Findings));
    }

    [Fact]
    public void TcpRoute_PortByNameAndMiddleware_IsJudged()
    {
        var route = new IngressRouteTcp
        {
            Metadata = Meta("ssh"),
            Spec = new IngressRouteTcpSpec { EntryPoints = ["ssh"], Routes = [new IngressRouteTcpRule { Match = "HostSNI(`*`)", Services = [To("web") with { Port = "http" }], Middlewares = [new IngressRouteReference { Name = "lan-only" }] }] },
        };
        var view = Read(_state with { TcpRoutes = Kind(route) });

        Assert.Equal(("ssh (TCP)", "There is no MiddlewareTCP lan-only in namespace media.", -1), (view.Title, view.Health.Sentence, view.Rules[0].Priority));
        Assert.Equal(HealthState.Healthy, view.Backends[0].State);
    }

    [Fact]
    public void UdpRoute_ServiceMissing_IsFound()
    {
        var route = new IngressRouteUdp { Metadata = Meta("dns"), Spec = new IngressRouteUdpSpec { EntryPoints = ["dns"], Routes = [new IngressRouteUdpRule { Services = [To("gone")] }] } };

        Assert.Equal(["service.missing"], Codes(_state with { UdpRoutes = Kind(route) }));
    }

    private static IReadOnlyList<string> Codes(ClusterState state, IngressOptions? options = null) => [.. Read(state, options).Findings.Select(finding => finding.Code)];

    private static IngressRouteView Read(ClusterState state, IngressOptions? options = null) => Assert.Single(ReadAll(state, options));

    private static IReadOnlyList<IngressRouteView> ReadAll(ClusterState state, IngressOptions? options = null) =>
        [.. IngressReader.Read(state, IngressState.Connecting, options ?? new IngressOptions(), Now).Routes.OrderBy(view => view.Name, StringComparer.Ordinal)];

    private static IngressRoute Guarded
    {
        get
        {
            var route = Route("web", "Host(`a.b`)", To("web"));
            return route with { Spec = route.Spec with { Routes = [route.Spec.Routes[0] with { Middlewares = [new IngressRouteReference { Name = "auth", Namespace = "sso" }] }] } };
        }
    }

    private static IngressRoute Route(string name, string match, params IngressRouteService[] services) => new()
    {
        Metadata = Meta(name), Spec = new IngressRouteSpec { EntryPoints = ["websecure"], Routes = [new IngressRouteRule { Match = match, Services = services }] },
    };

    private static IngressRouteService To(string name) => new() { Name = name, Port = 80 };

    private static IngressRouteService OfTraefik(string name) => new() { Kind = "TraefikService", Name = name };

    private static TraefikService Own(string name, TraefikServiceSpec spec) => new() { Metadata = Meta(name), Spec = spec };

    private static TraefikServiceSpec Weighted(params IngressRouteService[] services) => new() { Weighted = new TraefikWeighted { Services = services } };

    private static Service Service(string name) => new()
    {
        Metadata = Meta(name), Spec = new ServiceSpec { Type = "ClusterIP", Selector = CompactMap<string>.From([new("app", name)]), Ports = [new ServicePort { Name = "http", Port = 80 }] },
    };

    private static EndpointSlice Slice(string service) => new()
    {
        Metadata = Meta(service + "-abc", "media", ("kubernetes.io/service-name", service)), Ports = [new EndpointPort { Name = "http", Port = 8080 }],
        Endpoints = [new HomelabPortal.Kubernetes.Endpoint { Addresses = ["10.42.0.1"], Conditions = new EndpointConditions { Ready = true } }],
    };
}
