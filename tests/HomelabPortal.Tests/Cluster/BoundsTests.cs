using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster;

public sealed class BoundsTests
{
    [Fact]
    public void LatestEvents_MoreThanTheBound_KeepsTheNewest()
    {
        var events = Kind([.. Enumerable.Range(0, LatestEvents.Most + 50).Select(index => new Event { Metadata = Meta($"event-{index}"), LastTimestamp = Now.AddSeconds(-index) })]);

        var kept = LatestEvents.Of(events);

        Assert.Equal(LatestEvents.Most, kept.Items.Count);
        Assert.NotNull(kept.Find("media", "event-0"));
        Assert.Null(kept.Find("media", $"event-{LatestEvents.Most}"));
    }

    [Fact]
    public void Metrics_NodeThatIsGone_IsDropped()
    {
        var both = ClusterMetrics.None.With(Kind(Measured("node1"), Measured("node2")), Now);

        Assert.Equal(["node1"], both.With(Kind(Measured("node1")), Now).Nodes.Keys);
    }

    [Fact]
    public void Metrics_NotMeasuredNow_KeepTheLastFiguresAndSayWhy()
    {
        var good = ClusterMetrics.None.With(Kind(Measured("node1")), Now);
        var down = good.With(Kind(Measured("node1")) with { Status = new SourceStatus(SourcePhase.Stale, Now, "503") }, Now.AddMinutes(1));

        Assert.Same(good.Nodes, down.Nodes);
        Assert.Equal((SourcePhase.Stale, Now), (down.Status.Phase, down.AsOf));
    }

    [Fact]
    public void Metrics_TimeOfMeasurement_IsWhatTheObjectSays() =>
        Assert.Equal(Now.AddSeconds(-12), ClusterMetrics.None.With(Kind(Measured("node1", Now.AddSeconds(-12))), Now).AsOf);

    [Fact]
    public void Metrics_NothingMeasuredAnew_BecomeStaleWhicheverClockIsWrong()
    {
        var once = ClusterMetrics.None.With(Kind(Measured("node1", Now.AddHours(2))), Now);
        var again = once.With(Kind(Measured("node1", Now.AddHours(2))), Now.AddMinutes(3));

        Assert.Equal(SourcePhase.Live, once.At(Now.AddMinutes(2)).Status.Phase);
        Assert.Equal((SourcePhase.Stale, Now), (again.At(Now.AddMinutes(3)).Status.Phase, again.At(Now.AddMinutes(3)).Status.AsOf));
    }

    [Fact]
    public void Metrics_NodeLeftBehindByTheOthers_HasNoFigure() =>
        Assert.Equal(["node2"], ClusterMetrics.None.With(Kind(Measured("node1", Now.AddMinutes(-5)), Measured("node2", Now)), Now).Nodes.Keys);

    private static NodeMetrics Measured(string node, DateTimeOffset? at = null) =>
        new() { Metadata = Meta(node, ""), Timestamp = at, Usage = CompactMap<Quantity>.From([new("cpu", Quantity.Parse("1"))]) };
}
