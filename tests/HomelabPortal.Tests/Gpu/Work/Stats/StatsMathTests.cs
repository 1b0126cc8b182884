using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Stats;

namespace HomelabPortal.Tests.Gpu.Work.Stats;

public sealed class StatsMathTests
{
    private static readonly DateTimeOffset _at = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rates_OfTwoSamples_AreTheDifferenceOverTime()
    {
        var rates = StatsMath.Between(Sample(0, 0, 1000), Sample(2, 3_000_000_000, 5000));

        Assert.Equal((1.5, 2000.0, 16, 300), (rates.Cores!.Value, rates.ReceivedPerSecond!.Value, rates.Processors, rates.MemoryBytes));
        Assert.Equal(1.5 / 16, rates.ProcessorShare!.Value, 6);
    }

    [Fact]
    public void Rates_OfTheFirstSample_AreUnknown()
    {
        var rates = StatsMath.Between(null, Sample(0, 0, 1000));

        Assert.Equal((null, null, 300L), (rates.Cores, rates.ReceivedPerSecond, rates.MemoryBytes));
    }

    [Fact]
    public void Rates_OfAContainerStartedAnew_AreUnknownAndNotBelowZero()
    {
        var rates = StatsMath.Between(Sample(0, 9_000_000_000, 9000), Sample(2, 1_000_000_000, 10));

        Assert.Equal((null, null), (rates.Cores, rates.ReceivedPerSecond));
    }

    [Fact]
    public void Trail_ThatIsFull_ForgetsTheOldest()
    {
        var trail = Enumerable.Range(0, StatsTrail.Longest + 10).Aggregate(StatsTrail.Empty, (trail, second) => trail.With(StatsMath.Between(null, Sample(second, 0, 0))));

        Assert.Equal((StatsTrail.Longest, _at.AddSeconds(10)), (trail.Points.Length, trail.Points[0].At));
    }

    [Fact]
    public void History_OfTwoMinutes_KeepsWhatWasUsedBetweenThem()
    {
        var history = new StatsHistory("gpu");

        Assert.Empty(history.Take(new Dictionary<string, (string, ContainerSample)> { ["1"] = ("ollama", Sample(0, 0, 0)) }));
        var measured = Assert.Single(history.Take(new Dictionary<string, (string, ContainerSample)> { ["1"] = ("ollama", Sample(60, 30_000_000_000, 0)) }));

        Assert.Equal((StatsHistory.Subject("gpu", "ollama"), 0.5, 300L), (measured.Subject, measured.Used.Cpu, measured.Used.Memory));
    }

    private static ContainerSample Sample(int second, ulong cpu, ulong received) => new()
    {
        At = _at.AddSeconds(second), CpuNanoseconds = cpu, SystemNanoseconds = (ulong)second * 16_000_000_000, Processors = 16, MemoryBytes = 300, ReceivedBytes = received,
    };
}
