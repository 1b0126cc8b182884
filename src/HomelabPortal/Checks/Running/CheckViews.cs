using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Running;

/// <summary>Pure: a check as people see it.</summary>
internal static class CheckViews
{
    private const int Slots = 48;
    private const int SlotMinutes = 30;

    public static CheckSummary Of(CheckRun run, CheckSums sums, IReadOnlyList<(Stretch Stretch, Tally Tally)> pending, Silence? silence, DateTimeOffset now)
    {
        var task = run.Task;
        var unstored = pending.Aggregate(default(Uptime), (sum, entry) => sum + entry.Tally.Uptime);
        return new CheckSummary(task.Id, task.Name, task.Group, task.Kind, task.Target)
        {
            IsDerived = task.IsDerived,
            Host = task.Host,
            Severity = task.Severity,
            Interval = task.Interval,
            Phase = task.IsOff ? CheckPhase.Off : run.Last is null ? CheckPhase.Unknown : run.Standing.Phase,
            Words = task.IsOff ? "Not asked: it is paused." : run.Last is null ? "Not asked yet." : WordsOf(run.Last, run.Standing, now),
            At = run.LastAt,
            Took = run.Last is { Verdict: Verdict.Up, Took: { } took } ? took : null,
            Since = run.Standing.Since,
            OutageId = run.IncidentId,
            Fails = run.Standing.Fails,
            DownAfter = task.DownAfter,
            SilentUntil = silence is not null && silence.Until > now ? silence.Until : null,
            SilencedBy = silence is not null && silence.Until > now ? silence.By : null,
            Latency = [.. run.Times],
            Slots = SlotsOf(sums, pending, now),
            Day = sums.Day + unstored,
            Week = sums.Week + unstored,
            Month = sums.Month + unstored,
        };
    }

    private static string WordsOf(CheckAnswer last, Standing standing, DateTimeOffset now) =>
        standing is { IsOut: true, Last: Verdict.Up } && Damping.Calm(standing, now) is { TotalMinutes: > 0 and var minutes }
            ? $"{last.Words} It came and went, so it counts as up when it has answered for {minutes:0} minutes."
            : last.Words;

    private static ValueList<UptimeSlot> SlotsOf(CheckSums sums, IReadOnlyList<(Stretch Stretch, Tally Tally)> pending, DateTimeOffset now)
    {
        var last = now.ToUnixTimeSeconds() / 60 / SlotMinutes * SlotMinutes;
        var first = last - ((Slots - 1) * SlotMinutes);
        var more = pending.ToLookup(entry => entry.Stretch.StartMinute / SlotMinutes * SlotMinutes, entry => entry.Tally.Uptime);
        return
        [
            .. Enumerable.Range(0, Slots).Select(index => first + (index * SlotMinutes)).Select(minute => new UptimeSlot(
                DateTimeOffset.FromUnixTimeSeconds(minute * 60), more[minute].Aggregate(sums.Slots.GetValueOrDefault(minute), (sum, uptime) => sum + uptime))),
        ];
    }
}
