using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Cluster.Logs.Following;

/// <summary>Whatever happens to the connection, what is shown is what was written: no line lost without a gap, none twice, no gap without a loss.</summary>
public sealed class LogFollowerPropertyTests
{
    private const int Seeds = 1500;

    [Fact]
    public async Task ConnectionsThatEndAnywhere_LoseNothing()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var log = new ScriptedLog(seed, 60, rotates: false, restarts: false);
            var shown = await FollowAsync(log);
            Assert.True(log.Runs[0].Truth.SequenceEqual(shown.Select(Text)), $"seed {seed}:\n{Difference(log, shown)}");
        }
    }

    [Fact]
    public async Task Restarts_AreShownToTheirEnd()
    {
        var complete = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var log = new ScriptedLog(seed, 60, rotates: false);
            var shown = await FollowAsync(log);
            if (shown.Any(happening => happening is LogEvent.Gap))
                AssertGapsAreLosses(seed, log, shown);
            else
                complete++;
            Assert.True(shown.OfType<LogEvent.Restarted>().Count() <= log.Runs.Count - 1, $"seed {seed}: too many restarts");
        }

        Assert.True(complete > Seeds / 3, $"only {complete} of {Seeds} without a gap");
    }

    [Fact]
    public async Task Rotation_IsAGapExactlyWhereLinesAreGone()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var log = new ScriptedLog(seed, 80);
            AssertGapsAreLosses(seed, log, await FollowAsync(log));
        }
    }

    private static async Task<List<LogEvent>> FollowAsync(ScriptedLog log)
    {
        var shown = new List<LogEvent>();
        var wish = new LogWish { Uid = ScriptedLog.Uid, Container = ScriptedLog.Container, Follow = true };
        var follower = new LogFollower(log, wish, new Backoff(TimeSpan.Zero, TimeSpan.Zero, new Random(1)), TimeProvider.System);
        await follower.RunAsync(
            happening =>
            {
                if (happening is LogEvent.Line or LogEvent.Gap or LogEvent.Restarted)
                    shown.Add(happening);
                if (happening is LogEvent.Line { Content: { IsWhole: true, Time: { } at } })
                    log.Notice(at);
                return Task.CompletedTask;
            },
            new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        return shown;
    }

    /// <summary>Walks along what was written: between two gaps what is shown follows it exactly, and only a gap may leave lines out, which must be gone.</summary>
    private static void AssertGapsAreLosses(int seed, ScriptedLog log, List<LogEvent> shown)
    {
        var truth = log.Runs.SelectMany(run => run.Truth.Select((text, line) => (text, run, line))).ToList();
        var stretches = new List<List<string>> { new() };
        foreach (var happening in shown)
        {
            if (happening is LogEvent.Gap)
                stretches.Add([]);
            else if (happening is LogEvent.Line)
                stretches[^1].Add(Text(happening));
        }

        var at = 0;
        foreach (var (number, stretch) in stretches.Index())
        {
            var begin = number == 0 ? 0 : Enumerable.Range(at, truth.Count - at + 1).FirstOrDefault(place => Fits(place, stretch, number == stretches.Count - 1), -1);
            Assert.True(begin >= 0 && Fits(begin, stretch, number == stretches.Count - 1), $"seed {seed}, stretch {number}:\n{Difference(log, shown)}");
            // What was shown last before the gap is gone, or what was left out is.
            Assert.True(
                number == 0 || at == 0 || truth[at - 1].run.Lost(truth[at - 1].line) || truth[at..begin].Any(line => line.run.Lost(line.line)),
                $"seed {seed}: gap {number} without a loss\n{Difference(log, shown)}");
            at = begin + stretch.Count;
        }

        bool Fits(int place, List<string> stretch, bool isLast) =>
            place + stretch.Count <= truth.Count && (!isLast || place + stretch.Count == truth.Count)
            && truth.Skip(place).Take(stretch.Count).Select(line => line.text).SequenceEqual(stretch);
    }

    private static string Text(LogEvent happening) => happening switch
    {
        LogEvent.Line line => $"{line.Content.Time} {line.Content.Text}",
        LogEvent.Gap gap => $"--- gap {gap.From} – {gap.To}",
        LogEvent.Restarted => "--- restarted",
        _ => happening.GetType().Name,
    };

    private static string Difference(ScriptedLog log, List<LogEvent> shown) =>
        "written:\n" + string.Join('\n', log.Runs.SelectMany(run => run.Truth.Select((text, line) => $"{run.Number} {(run.Lost(line) ? '-' : ' ')} {text}")))
        + "\nshown:\n" + string.Join('\n', shown.Select(Text));
}
