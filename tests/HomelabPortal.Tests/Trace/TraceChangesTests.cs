using HomelabPortal.Trace.Watching;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

public sealed class TraceChangesTests
{
    private static readonly TraceWorld _world = new TraceWorld().With(cluster => cluster with { IngressRoutes = Kind(Route(6)) });

    [Fact]
    public void Between_SameTrace_IsNothing() => Assert.Empty(Between(_world));

    [Fact]
    public void Between_RouteWasChanged_NamesItsGenerations() =>
        Assert.Equal(["Traefik: media/books was changed, from generation 6 to 7."], Between(_world.With(cluster => cluster with { IngressRoutes = Kind(Route(7)) })));

    [Fact]
    public void Between_RecordLeadsElsewhere_SaysWhatItWasAndIs() =>
        Assert.Contains("DNS: was healthy, is broken.", Between(_world with { Records = [Record("A", "*", "10.0.0.7")] }));

    [Fact]
    public void Between_StationIsGone_SaysSo() =>
        Assert.Contains("Service: media/books is no longer on the way.", Between(_world.With(cluster => cluster with { IngressRoutes = Kind<HomelabPortal.Kubernetes.IngressRoute>() })));

    private static IEnumerable<string> Between(TraceWorld now) => TraceChanges.Between(PassedTrace.StationsOf(_world.Trace(Books)), PassedTrace.StationsOf(now.Trace(Books)));

    private static HomelabPortal.Kubernetes.IngressRoute Route(long generation)
    {
        var route = TraceObjects.Route("books", Books, 80);
        return route with { Metadata = route.Metadata with { Generation = generation } };
    }
}
