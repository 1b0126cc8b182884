using HomelabPortal.Cluster;
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
    public void UsageHistory_MoreThanTheBound_DropsTheOldest()
    {
        var history = Enumerable.Range(1, UsageHistory.Longest + 5).Aggregate(UsageHistory.Empty, (history, index) => history.Add(new Usage(index, 0)));

        Assert.Equal((UsageHistory.Longest, 6, UsageHistory.Longest + 5), (history.Points.Length, history.Points[0].Cpu, history.Latest!.Value.Cpu));
    }

    [Fact]
    public void Metrics_NodeThatIsGone_LosesItsHistory()
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

    private static NodeMetrics Measured(string node) => new() { Metadata = Meta(node, ""), Usage = CompactMap<Quantity>.From([new("cpu", Quantity.Parse("1"))]) };
}
