using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>What nobody can tell of a route is not called healthy in a trace, though a page of routes only remarks on it.</summary>
public sealed class RouteDoubtTests
{
    [Fact]
    public void Trace_MiddlewareOfAnotherNamespace_IsUnknownUntilSomebodySaysWhetherThatIsAllowed()
    {
        var world = Through(new IngressRouteReference { Name = "gate", Namespace = "auth" }).With(cluster => cluster with { Middlewares = Kind(new Middleware { Metadata = Meta("gate", "auth"), Spec = new MiddlewareSpec { Kinds = ["forwardAuth"] } }) });

        var report = world.Trace(Books);

        Assert.Equal((TraceVerdict.Unknown, "traefik.crossnamespace"), (report.Verdict, report.Culprit?.Worst?.Code));
        Assert.Equal("Tell the portal with Ingress:AllowCrossNamespace whether it does.", report.Remedy);
        Assert.Equal(HealthState.Healthy, Health(world));
    }

    [Fact]
    public void Trace_MiddlewareOutsideTheCluster_IsUnknown()
    {
        var world = Through(new IngressRouteReference { Name = "auth@file" });

        var report = world.Trace(Books);

        Assert.Equal((TraceVerdict.Unknown, "traefik.middleware.unknown"), (report.Verdict, report.Culprit?.Worst?.Code));
        Assert.Contains("auth@file", report.Sentence);
        Assert.Equal(HealthState.Healthy, Health(world));
    }

    /// <summary>Who fills secrets by hand would never see a green trace again.</summary>
    [Fact]
    public void Trace_SecretThatNoCertificateFills_IsAFactAndNoFinding()
    {
        var report = Secured().Trace(Books);

        Assert.Equal(TraceVerdict.Healthy, report.Verdict);
        Assert.Contains("no Certificate fills by-hand in media", Certificate(report));
    }

    [Theory]
    [InlineData("websecure", "web, while the route listens on websecure: HTTP 404, unless Traefik leads one to the other")]
    [InlineData("web,websecure", null)]
    public void Trace_RouteThatListensElsewhereThanTheTunnelComesIn_SaysSoAsAFact(string entryPoint, string? said)
    {
        var report = new TraceWorld().With(cluster => cluster with { IngressRoutes = Kind(TraceObjects.Route("tv", Tv, 80, entryPoint: entryPoint)) }).Trace(Tv);

        Assert.Equal(TraceVerdict.Healthy, report.Verdict);
        Assert.Equal(said, report.Entries[0].Hops.Single(hop => hop.Kind == HopKind.Route).Facts.FirstOrDefault(fact => fact.Name == "Comes in by")?.Text);
    }

    [Fact]
    public void Trace_SecretThatACertificateFills_IsNamedAlone() => Assert.Equal("by-hand", Certificate(
        Secured().With(cluster => cluster with { Certificates = Kind(new Certificate { Metadata = Meta("own"), Spec = new CertificateSpec { SecretName = "by-hand" }, Status = new CertificateStatus { NotAfter = Now.AddDays(60) } }) }).Trace(Books)));

    private static HealthState Health(TraceWorld world) => world.Facts().Names.Ingress.Find("IngressRoute", "media", "books")!.Health.State;

    private static string Certificate(TraceReport report) => report.Entries[0].Hops.Single(hop => hop.Kind == HopKind.Route).Facts.Single(fact => fact.Name == "Certificate").Text;

    private static TraceWorld Through(IngressRouteReference middleware) => With(spec => spec with { Routes = [spec.Routes[0] with { Middlewares = [middleware] }] });

    private static TraceWorld Secured() => With(spec => spec with { Tls = new IngressRouteTls { SecretName = "by-hand" } });

    private static TraceWorld With(Func<IngressRouteSpec, IngressRouteSpec> change)
    {
        var route = TraceObjects.Route("books", Books, 80);
        return new TraceWorld().With(cluster => cluster with { IngressRoutes = Kind(route with { Spec = change(route.Spec) }) });
    }
}
