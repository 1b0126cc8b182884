using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Logs;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Gpu.Work.Logs;

public sealed class DockerLogFollowerTests
{
    private static readonly Arbitrary<(int[] Breaks, int[] Steps)> _interruptions =
        (from breaks in Gen.Choose(0, 12).ArrayOf()
         from steps in Gen.Elements(0, 0, 1, 400, 1500, 5000).ArrayOf(20)
         select (breaks, steps)).ToArbitrary();

    [Fact]
    public void Log_ThatBreaksAnywhere_IsShownWholeAndOnce() => Prop.ForAll(_interruptions, script =>
    {
        var log = new ScriptedContainerLog();
        var at = 0.0;
        foreach (var (step, number) in script.Steps.Select((step, number) => (step, number)))
            log.Write(at += step / 1000.0, number % 4 == 0 ? "again" : $"line {number}", number % 3 == 0 ? LogStream.Error : LogStream.Output);
        foreach (var after in script.Breaks)
            log.Breaks.Enqueue(after);
        var told = FollowAsync(log).GetAwaiter().GetResult();
        return Lines(told).SequenceEqual(log.Written.Select(line => line.Text)) && !told.OfType<LogEvent.Gap>().Any();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public async Task Log_ThatWasRotatedWhileItWasAway_SaysThatLinesMayBeMissing()
    {
        var log = new ScriptedContainerLog();
        log.Write(0, "first");
        log.Write(1, "second");
        log.Happenings.Enqueue(() =>
        {
            log.Written.Clear();
            log.Write(100, "later");
            log.Stand = log.Stand! with { StartedAt = ScriptedContainerLog.Begin.AddSeconds(99), FinishedAt = ScriptedContainerLog.Begin.AddHours(2) };
        });

        var told = await FollowAsync(log);

        Assert.Equal(["first", "second", "later"], Lines(told));
        var gap = Assert.Single(told.OfType<LogEvent.Gap>());
        Assert.Equal((ScriptedContainerLog.Begin.AddSeconds(1), ScriptedContainerLog.Begin.AddSeconds(100)), (gap.From!.Value.At, gap.To!.Value.At));
    }

    [Fact]
    public async Task Container_ThatIsStartedAgain_GoesOnWithAMarkAndHowItEnded()
    {
        var log = new ScriptedContainerLog { Stand = new ContainerStand(false, ScriptedContainerLog.Begin, ScriptedContainerLog.Begin.AddSeconds(5), new ContainerTerminated { ExitCode = 137, Reason = "out of memory" }) };
        log.Write(1, "of the first run");
        log.Happenings.Enqueue(() =>
        {
            log.Stand = log.Stand! with { StartedAt = ScriptedContainerLog.Begin.AddSeconds(9), FinishedAt = ScriptedContainerLog.Begin.AddSeconds(12) };
            log.Write(10, "of the second run");
        });

        var told = await FollowAsync(log);

        Assert.Equal(["Line", "Ended", "Restarted", "Line", "Ended", "Gone"], told.Select(what => what.GetType().Name));
        Assert.Equal(137, told.OfType<LogEvent.Restarted>().Single().How?.ExitCode);
    }

    [Fact]
    public async Task Log_ThatIsNotFollowed_EndsWithItsLastLine()
    {
        var log = new ScriptedContainerLog();
        log.Write(1, "one");
        log.Write(2, "two");

        var told = await FollowAsync(log, new LogWish { Uid = "x", Container = "x", TailLines = 1 });

        Assert.Equal(["two"], Lines(told));
        Assert.Single(told);
    }

    [Fact]
    public async Task Viewer_ThatWasCutOff_GoesOnAfterWhatItHas()
    {
        var log = new ScriptedContainerLog();
        foreach (var (second, text) in new[] { (1, "a"), (2, "b"), (2, "c"), (3, "d") })
            log.Write(second, text);

        var told = await FollowAsync(log, new LogWish { Uid = "x", Container = "x", Cursor = new LogCursor(null, LogTime.From(ScriptedContainerLog.Begin.AddSeconds(2)), 1) });

        Assert.Equal(["c", "d"], Lines(told));
        Assert.Empty(told.OfType<LogEvent.Gap>());
    }

    [Fact]
    public async Task Secret_ThatIsKnown_IsNotInTheLine()
    {
        var log = new ScriptedContainerLog { Secret = "hunter22" };
        log.Write(1, "login with hunter22 failed");

        Assert.Equal(["login with ••• failed"], Lines(await FollowAsync(log)));
    }

    [Fact]
    public async Task Container_ThatIsGone_EndsTheLog()
    {
        var told = await FollowAsync(new ScriptedContainerLog { Stand = null });

        Assert.Equal("container", Assert.IsType<LogEvent.Gone>(Assert.Single(told)).What);
    }

    private static async Task<IReadOnlyList<LogEvent>> FollowAsync(ScriptedContainerLog log, LogWish? wish = null)
    {
        var told = new List<LogEvent>();
        var backoff = new Backoff(TimeSpan.FromTicks(1), TimeSpan.FromTicks(1), new Random(1));
        await new DockerLogFollower(log, wish ?? new LogWish { Uid = "x", Container = "x", Follow = true }, backoff, TimeProvider.System)
            .RunAsync(
                what =>
                {
                    told.Add(what);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
        return told;
    }

    private static IEnumerable<string> Lines(IEnumerable<LogEvent> told) => told.OfType<LogEvent.Line>().Select(line => line.Content.Text);
}
