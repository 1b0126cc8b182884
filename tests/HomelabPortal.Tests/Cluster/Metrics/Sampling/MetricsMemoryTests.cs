using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Sampling;

namespace HomelabPortal.Tests.Cluster.Metrics.Sampling;

public sealed class MetricsMemoryTests
{
    private static readonly MetricSubject _node = MetricSubject.Node("node1");
    private static readonly DateTimeOffset _noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly MetricsMemory _memory = new();

    [Fact]
    public void Minute_MeasuredThreeTimes_IsTheirMean()
    {
        foreach (var (second, cores) in new[] { (0, 1.0), (20, 2.0), (40, 4.5) })
            Measure(_noon.AddSeconds(second), cores);
        _memory.Tick(_noon.AddMinutes(1));

        Assert.Equal(25_000u, Read()[MetricTime.MinuteOf(_noon)].Cpu.Mean);
    }

    [Fact]
    public void Minute_OfASeriesThatKeepsItsBand_HasTheLeastAndTheMost()
    {
        foreach (var (second, cores) in new[] { (0, 1.0), (20, 2.0), (40, 4.5) })
            _memory.Measure(_noon.AddSeconds(second), [new Measured(_node, new Usage(cores, 1 << 30), Levels.None, IsKept: true, KeepsBand: true)], 10);
        _memory.Measure(_noon.AddMinutes(1), [new Measured(_node, new Usage(3, 1 << 30), Levels.None, IsKept: true, KeepsBand: true)], 10);

        Assert.Equal([new Band(10_000, 25_000, 45_000), Band.Of(30_000)], Read().Values.Select(point => point.Cpu));
    }

    [Fact]
    public void Minute_ThatWasStored_ComesBackWithItsLeastAndItsMost()
    {
        _memory.Tick(_noon.AddMinutes(1));
        _memory.Restore(_node, [(MetricTime.MinuteOf(_noon), new StoredPoint(new Band(1, 2, 9), Band.Of(5), Levels.None))]);

        Assert.Equal(new Band(1, 2, 9), Assert.Single(Read().Values).Cpu);
    }

    [Fact]
    public void Minute_NotOverYet_ShowsWhatIsKnown()
    {
        Measure(_noon, 1);

        Assert.Equal(10_000u, Read()[MetricTime.MinuteOf(_noon)].Cpu.Mean);
    }

    [Fact]
    public void Minutes_WithoutAMeasurement_AreNotThere()
    {
        Measure(_noon, 1);
        _memory.Tick(_noon.AddMinutes(1));
        _memory.Tick(_noon.AddMinutes(2));
        Measure(_noon.AddMinutes(3), 1);

        Assert.Equal([0L, 3L], Read().Keys.Select(minute => minute - MetricTime.MinuteOf(_noon)));
    }

    [Fact]
    public void Clock_SetBack_ReplacesWhatItLivesAgain()
    {
        for (var minute = 0; minute < 5; minute++)
            Measure(_noon.AddMinutes(minute), 1);
        for (var minute = 2; minute < 4; minute++)
            Measure(_noon.AddMinutes(minute), 2);
        _memory.Close();

        Assert.Equal([10_000u, 10_000u, 20_000u, 20_000u, 10_000u], Read().Values.Select(point => point.Cpu.Mean));
    }

    [Fact]
    public void Series_LongRunning_KeepsTheLatestOnly()
    {
        for (var minute = 0; minute < 500; minute++)
            Measure(_noon.AddMinutes(minute), minute);
        _memory.Close();

        Assert.Equal((SeriesMemory.KeptMinutes, 499 * 10_000u), (Read().Count, Read().Values.Last().Cpu.Mean));
    }

    [Fact]
    public void Series_BeyondTheMost_IsRememberedButNotKept()
    {
        _memory.Measure(_noon, [Of("node1", 1), Of("node2", 1), Of("node3", 1)], mostKept: 2);
        _memory.Close();

        Assert.Equal(["node1", "node2"], _memory.Unwritten().Select(series => series.Subject.Name).Order());
        Assert.Single(_memory.Read(MetricSubject.Node("node3"), 0));
    }

    [Fact]
    public void Written_WhileMeasuringGoesOn_LeavesTheNewMinutes()
    {
        Measure(_noon, 1);
        _memory.Tick(_noon.AddMinutes(1));
        var written = _memory.Unwritten();
        Measure(_noon.AddMinutes(1), 2);
        _memory.Tick(_noon.AddMinutes(2));
        _memory.Written(written);

        Assert.Equal(20_000u, Assert.Single(Assert.Single(_memory.Unwritten()).Minutes).Point.Cpu.Mean);
    }

    [Fact]
    public void Trail_OfANode_HasAPlaceForEveryMinute()
    {
        Measure(_noon, 1);
        Measure(_noon.AddMinutes(2), 3);
        _memory.Tick(_noon.AddMinutes(3));

        Assert.Equal([null, 1.0, null, 3.0], _memory.Trails("Node", 4)["node1"].Select(used => used?.Cpu));
    }

    [Fact]
    public void Forget_SeriesThatIsLongGone_IsDropped()
    {
        Measure(_noon, 1);
        _memory.Tick(_noon.AddMinutes(1));
        _memory.Written(_memory.Unwritten());
        _memory.Tick(_noon.AddHours(3));
        _memory.Forget();

        Assert.Empty(_memory.Subjects());
    }

    private static Measured Of(string node, double cores) => new(MetricSubject.Node(node), new Usage(cores, 1 << 20), Levels.None, IsKept: true);

    private void Measure(DateTimeOffset at, double cores) => _memory.Measure(at, [Of("node1", cores)], 100);

    private SortedDictionary<long, StoredPoint> Read() => _memory.Read(_node, 0);
}
