using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>Several services that answer for one name: tv and books share its requests.</summary>
public sealed class BackendShareTests
{
    [Fact]
    public void Trace_AllThatShareAnswer_IsHealthy() => Assert.Equal(TraceVerdict.Healthy, Shared().Trace(Books).Verdict);

    [Fact]
    public void Trace_OneThatSharesHasNoEndpoints_IsDegradedAndNamesIt()
    {
        var report = Without(Shared(), "tv").Trace(Books);

        Assert.Equal((TraceVerdict.Degraded, HopKind.Route, "traefik.share.broken"), (report.Verdict, report.Culprit?.Kind, report.Culprit?.Worst?.Code));
        Assert.Equal("media/tv:80, which is to take 50 % of the requests, answers none of them: no endpoints.", report.Culprit?.Worst?.What);
    }

    [Theory]
    [InlineData("gone", 80, "media/gone:80, which is to take 50 % of the requests, answers none of them: it is not there.")]
    [InlineData("tv", 81, "media/tv:81, which is to take 50 % of the requests, answers none of them: it has no such port.")]
    public void Trace_OneThatSharesIsNotThere_SaysWhatIsMissing(string service, int port, string what) =>
        Assert.Contains(Shared(new IngressRouteService { Name = service, Port = port }).Trace(Books).Entries[0].Hops.SelectMany(hop => hop.Findings), finding => finding.What == what);

    [Fact]
    public void Trace_OneThatSharesIsOutside_IsUnknown()
    {
        var report = Shared(new IngressRouteService { Name = "old@file" }).Trace(Books);

        Assert.Equal((TraceVerdict.Unknown, "traefik.share.unknown"), (report.Verdict, report.Culprit?.Worst?.Code));
    }

    [Fact]
    public void Trace_MainServiceDeadBesideItsCopy_IsBroken()
    {
        var report = Without(Mirrored("tv"), "books").Trace(Books);

        Assert.Equal((TraceVerdict.Broken, "endpoints.none"), (report.Verdict, report.Culprit?.Worst?.Code));
    }

    [Fact]
    public void Trace_CopyDead_IsHealthy() => Assert.Equal(TraceVerdict.Healthy, Without(Mirrored("tv"), "tv").Trace(Books).Verdict);

    private static TraceWorld Shared(IngressRouteService? other = null) => Leading(new IngressRouteService { Name = "books", Port = 80 }, other ?? new IngressRouteService { Name = "tv", Port = 80 });

    private static TraceWorld Mirrored(string copy) => Leading(new IngressRouteService { Kind = "TraefikService", Name = "mirror" }).With(cluster => cluster with
    {
        TraefikServices = Kind(new TraefikService
        {
            Metadata = Meta("mirror"), Spec = new TraefikServiceSpec { Mirroring = new TraefikMirroring { Name = "books", Port = 80, Mirrors = [new IngressRouteService { Name = copy, Port = 80, Percent = 10 }] } },
        }),
    });

    private static TraceWorld Leading(params IngressRouteService[] services)
    {
        var route = TraceObjects.Route("books", Books, 80);
        return new TraceWorld().With(cluster => cluster with { IngressRoutes = Kind(route with { Spec = route.Spec with { Routes = [route.Spec.Routes[0] with { Services = services }] } }) });
    }

    private static TraceWorld Without(TraceWorld world, string service) => world.With(cluster => cluster with { EndpointSlices = cluster.EndpointSlices with { Items = cluster.EndpointSlices.Items.Remove($"media/{service}-x1") } });
}
