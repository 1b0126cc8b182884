using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Workloads.Schedules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Judges a cron job; the first line that applies wins.
/// <list type="table">
/// <item>suspended → off; schedule or time zone not understood → unknown</item>
/// <item>last finished run failed → broken</item>
/// <item>a run under way → progressing, degraded when it holds back runs that were due (it forbids two at once)</item>
/// <item>a run was due more than two minutes ago and has not come → degraded</item>
/// <item>otherwise healthy, until the next run is overdue</item>
/// </list>
/// </summary>
internal static class CronJobHealth
{
    /// <summary>The controller looks every ten seconds, and longer after a restart of its own.</summary>
    private static readonly TimeSpan _startsWithin = TimeSpan.FromMinutes(2);

    /// <param name="runs">Its jobs that are still kept, newest first.</param>
    public static Verdict Judge(CronJob cron, IReadOnlyList<Job> runs, DateTimeOffset now)
    {
        if (cron.Spec.Suspend)
            return new Verdict(HealthState.Off, "Suspended", "It is switched off: no new runs start.");
        var plan = CronPlan.Of(cron, now);
        if (plan.Schedule is null)
            return new Verdict(HealthState.Unknown, "Not understood", $"The schedule “{cron.Spec.Schedule}” is none that Kubernetes knows.");
        if (plan.Zone is null)
            return new Verdict(HealthState.Unknown, "Unknown time zone", $"The portal does not know the time zone {cron.Spec.TimeZone}, so it cannot tell when runs are due.");
        if (runs.FirstOrDefault(job => JobDisplay.Status(job) is "Complete" or "Failed") is { } latest && JobDisplay.Status(latest) == "Failed")
            return JobHealth.Judge(latest, now) with { Word = "Last run failed" };
        var overdue = plan.Due + _startsWithin;
        return cron.Status.Active.Count > 0 ? Running(cron, overdue, now)
            : overdue <= now ? Missed(cron, plan, now)
            : new Verdict(HealthState.Healthy, "On schedule") { ChangesAt = overdue };
    }

    private static Verdict Running(CronJob cron, DateTimeOffset? overdue, DateTimeOffset now) => cron.Spec.ConcurrencyPolicy == "Forbid" && overdue <= now
        ? new Verdict(HealthState.Degraded, "Overrunning", "Its run takes so long that the next one has been left out.") { Since = overdue - _startsWithin }
        : new Verdict(HealthState.Progressing, "Running", $"{Spoken.Count(cron.Status.Active.Count, "run")} under way.") { ChangesAt = overdue > now ? overdue : null };

    private static Verdict Missed(CronJob cron, CronPlan plan, DateTimeOffset now)
    {
        var last = cron.Status.LastScheduleTime is { } run ? $"The last one was {Spoken.Span(now - run)} ago." : "It has not run yet.";
        return new Verdict(HealthState.Degraded, "Missed a run", $"A run was due {Spoken.Span(now - (plan.Due ?? now))} ago and did not start. {last}") { Since = plan.Due };
    }
}
