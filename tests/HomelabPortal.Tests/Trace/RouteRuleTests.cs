using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Tests.Trace;

/// <summary>Of a route with several rules, a trace follows the one that takes the name.</summary>
public sealed class RouteRuleTests
{
    private static readonly KubernetesIngress _ingress = new()
    {
        Metadata = Meta("shared"), Spec = new IngressSpec { IngressClassName = "own", Rules = [Rule(Tv, "/", "tv"), Rule(Books, "/api", "ai"), Rule(Books, "/", "books")] },
    };

    private static readonly HttpRoute _route = new()
    {
        Metadata = Meta("shared"),
        Spec = new HttpRouteSpec
        {
            Hostnames = [Books],
            Rules = [new HttpRouteRule { Matches = [new HttpRouteMatch { Path = new HttpRoutePath { Type = "PathPrefix", Value = "/api" } }], BackendRefs = [new HttpRouteBackend { Name = "ai", Port = 80 }] }, new HttpRouteRule { BackendRefs = [new HttpRouteBackend { Name = "books", Port = 80 }] }],
        },
    };

    [Theory]
    [InlineData(Tv, "media/tv")]
    [InlineData(Books, "media/books")]
    public void Trace_IngressWithSeveralHosts_FollowsTheRuleOfTheName(string host, string service) =>
        Assert.Equal(service, Hop(Class("traefik.io/ingress-controller").Trace(host), HopKind.Service).Name);

    [Fact]
    public void Trace_HttpRouteWithSeveralPaths_FollowsTheRuleOfThePath() =>
        Assert.Equal("media/books", Hop(new TraceWorld().With(cluster => cluster with { IngressRoutes = Kind<IngressRoute>(), HttpRoutes = Kind(_route) }).Trace(Books), HopKind.Service).Name);

    [Fact]
    public void Trace_IngressOfAnotherController_IsNoRouteOfTraefiks()
    {
        var report = Class("tailscale.com/ts-ingress").Trace(Books);

        Assert.Equal(("traefik.route.missing", TraceVerdict.Broken), (report.Culprit?.Worst?.Code, report.Verdict));
        Assert.Contains("Ingress media/shared is there, but another controller serves it.", report.Sentence);
    }

    [Fact]
    public void Trace_ClassesCannotBeRead_IsUnknown()
    {
        var world = Class("traefik.io/ingress-controller").With(cluster => cluster with { IngressClasses = cluster.IngressClasses with { Status = new SourceStatus(SourcePhase.Forbidden, null, null) } });

        Assert.Equal(("traefik.class.unread", TraceVerdict.Unknown), (world.Trace(Books).Culprit?.Worst?.Code, world.Trace(Books).Verdict));
    }

    private static TraceWorld Class(string controller) => new TraceWorld().With(cluster => cluster with
    {
        IngressRoutes = Kind<IngressRoute>(), Ingresses = Kind(_ingress), IngressClasses = Kind(new IngressClass { Metadata = Meta("own", ""), Spec = new IngressClassSpec { Controller = controller } }),
    });

    private static TraceHop Hop(TraceReport report, HopKind kind) => report.Entries[0].Hops.Single(hop => hop.Kind == kind);

    private static IngressRule Rule(string host, string path, string service) => new()
    {
        Host = host, Http = new IngressHttp { Paths = [new IngressPath { Path = path, PathType = "Prefix", Backend = new IngressBackend { Service = new IngressServiceBackend { Name = service, Port = new ServiceBackendPort { Number = 80 } } } }] },
    };
}
