using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Keeping;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Cluster.Metrics.Keeping;

public sealed class KeepingTests
{
    [Fact]
    public async Task Portal_StoppedAndStarted_GoesOnWhereItWas()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(42, cores: minute => minute);
        await lab.StopAsync();
        lab.Restart();

        var points = (await lab.ReadAsync("1h")).Points;

        Assert.Equal(Enumerable.Range(0, 42).Select(minute => (uint)minute * 10_000), points.OfType<StoredPoint>().Select(point => point.Cpu.Mean));
    }

    [Fact]
    public async Task Portal_Killed_LosesTheUnwrittenMinutesOnly()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(59, cores: minute => minute);
        lab.Restart();

        var known = (await lab.ReadAsync("1h")).Points.Count(point => point is not null);

        Assert.InRange(known, 59 - MetricsKeeper.MinutesBetweenWrites, 58);
    }

    [Fact]
    public async Task Hour_ThatIsOver_IsAChunkAndItsSlabsAreGone()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(70, deployments: 3);
        await using var context = lab.Open();

        Assert.Equal(3, await context.MetricChunks.CountAsync());
        Assert.All(await context.MetricSlabs.ToListAsync(), slab => Assert.Equal(MetricTime.MinuteOf(KeptLab.Start) + 60, slab.HourMinute));
        Assert.Equal((3, await context.MetricChunks.SumAsync(chunk => chunk.Data.Length)), await context.MetricBlocks.Select(block => ValueTuple.Create(block.Chunks, (int)block.Bytes)).SingleAsync());
    }

    [Fact]
    public async Task Minutes_OlderThanADay_AreQuartersWithLeastAndMost()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(31 * 60, cores: minute => minute % 15 == 7 ? 2 : 1);

        var old = (await lab.ReadAsync("7d")).Points.OfType<StoredPoint>().First();
        await using var context = lab.Open();

        Assert.Equal((10_000u, 20_000u), (old.Cpu.Low, old.Cpu.High));
        Assert.InRange(old.Cpu.Mean, 10_600u, 10_700u);
        Assert.Contains(await context.MetricBlocks.ToListAsync(), block => block is { StepMinutes: 15, Chunks: 1 });
        Assert.DoesNotContain(await context.MetricBlocks.ToListAsync(), block => block.StepMinutes == 1 && block.StartMinute < MetricTime.MinuteOf(KeptLab.Start) + MetricTime.CoarseBlock);
    }

    [Fact]
    public async Task Portal_AwayForHours_LeavesAGapAndNoZero()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(30, cores: _ => 1);
        await lab.StopAsync();
        lab.Clock.Advance(TimeSpan.FromHours(5));
        lab.Restart();
        await lab.LiveAsync(20, cores: _ => 1);

        var points = (await lab.ReadAsync("6h")).Points;

        Assert.Equal(50, points.Count(point => point is not null));
        Assert.All(points.OfType<StoredPoint>(), point => Assert.Equal(10_000u, point.Cpu.Mean));
        Assert.Equal(5 * 60, points.SkipWhile(point => point is null).SkipWhile(point => point is not null).TakeWhile(point => point is null).Count());
    }

    [Fact]
    public async Task Clock_SetBackAnHour_ReplacesWhatIsLivedAgainAndKeepsTheRest()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(3 * 60, cores: _ => 1);
        lab.Clock = new ManualTimeProvider(KeptLab.Start.AddMinutes(90));
        await lab.StopAsync();
        lab.Restart();
        await lab.LiveAsync(2 * 60, cores: _ => 2);
        await lab.StopAsync();
        lab.Restart();
        await lab.PassAsync();

        var points = (await lab.ReadAsync("6h")).Points.SkipWhile(point => point is null).ToList();

        Assert.Equal(210, points.Count(point => point is not null));
        Assert.All(points.Take(90), point => Assert.Equal(10_000u, point!.Value.Cpu.Mean));
        Assert.All(points.Skip(90).OfType<StoredPoint>(), point => Assert.Equal(20_000u, point.Cpu.Mean));
    }

    [Fact]
    public async Task Series_ThatAreGone_AgeOutWithTheirRow()
    {
        using var lab = new KeptLab(new MetricsOptions { KeepDays = 1 });
        await lab.LiveAsync(120, deployments: 2);
        await lab.LiveAsync(33 * 60, deployments: 1);
        await using var context = lab.Open();

        Assert.Equal(["app-0"], await context.MetricSeries.Select(series => series.Name).ToListAsync());
        Assert.DoesNotContain(await context.MetricBlocks.ToListAsync(), block => block.StartMinute < MetricTime.MinuteOf(KeptLab.Start) + MetricTime.CoarseBlock);
    }

    [Fact]
    public async Task History_SwitchedOff_WritesNothing()
    {
        using var lab = new KeptLab(new MetricsOptions { KeepHistory = false });
        await lab.LiveAsync(70);
        await lab.StopAsync();
        await using var context = lab.Open();

        Assert.Equal((0, 0, 0), (await context.MetricSlabs.CountAsync(), await context.MetricChunks.CountAsync(), await context.MetricSeries.CountAsync()));
        Assert.False((await lab.ReadAsync("1h")).IsEmpty);
    }

    [Fact]
    public void Doomed_TooMuch_TakesTheOldestUntilTheRestFits()
    {
        var blocks = Enumerable.Range(0, 10).Select(hour => new MetricBlockRow { StepMinutes = 1, StartMinute = hour * 60, Chunks = 1, Bytes = 964 }).ToList();

        Assert.Equal([0L, 60L, 120L], MetricsPruner.Doomed(blocks.AsEnumerable().Reverse(), 0, 7000).Select(block => block.StartMinute));
        Assert.Empty(MetricsPruner.Doomed(blocks, 0, 10_000));
        Assert.Equal([0L, 60L], MetricsPruner.Doomed(blocks, 120, 10_000).Select(block => block.StartMinute));
    }

    [Fact]
    public async Task Database_WithADamagedChunk_HasAGapThere()
    {
        using var lab = new KeptLab();
        await lab.LiveAsync(200, cores: _ => 1);
        await using (var context = lab.Open())
            await context.MetricChunks.ExecuteUpdateAsync(row => row.SetProperty(chunk => chunk.Data, new byte[] { 1, 2, 3 }));
        await lab.StopAsync();
        lab.Restart();

        var history = await lab.ReadAsync("6h");

        Assert.Equal(HistorySource.Portal, history.Source);
        Assert.InRange(history.Points.Count(point => point is not null), 1, 60);
    }
}
