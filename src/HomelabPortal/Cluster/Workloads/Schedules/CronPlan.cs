using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>What a cron job's schedule means at one moment.</summary>
/// <param name="Words">"every day at 03:15"; the schedule itself when it is not understood.</param>
/// <param name="Zone">Null when schedule or zone are not understood.</param>
/// <param name="Due">The first run after the last one, or after it was made: in the past when it has not come.</param>
/// <param name="Next">The first run from now on.</param>
internal sealed record CronPlan(string Words, CronSchedule? Schedule, CronZone? Zone, DateTimeOffset? Due, DateTimeOffset? Next)
{
    public static CronPlan Of(CronJob cron, DateTimeOffset now)
    {
        if (CronSchedule.Parse(cron.Spec.Schedule) is not { } schedule)
            return new CronPlan(cron.Spec.Schedule, null, null, null, null);
        if (CronZone.Of(cron, schedule) is not { } zone)
            return new CronPlan(CronWords.Of(schedule), schedule, null, null, null);
        var from = cron.Status.LastScheduleTime ?? cron.Metadata.CreationTimestamp ?? now;
        var due = CronRuns.Next(schedule, from, zone.Zone);
        return new CronPlan(CronWords.Of(schedule), schedule, zone, due, due > now ? due : Coming(schedule, from, now, zone.Zone));
    }

    /// <summary>A pause is counted from the last run, not from now.</summary>
    private static DateTimeOffset? Coming(CronSchedule schedule, DateTimeOffset from, DateTimeOffset now, TimeZoneInfo zone) => schedule.Every is { } pause
        ? from + pause * Math.Ceiling(Math.Max((now - from) / pause, 1))
        : CronRuns.Next(schedule, now, zone);
}
