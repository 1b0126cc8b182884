using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>The clock a cron job goes by.</summary>
/// <param name="Name">As people read it: "Europe/Berlin", "UTC", "the control plane's clock".</param>
/// <param name="IsGuessed">True when the cluster does not say, and the last run had to tell.</param>
internal sealed record CronZone(TimeZoneInfo Zone, string Name, bool IsGuessed)
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);

    /// <summary>Null when this machine does not know the named zone.</summary>
    public static CronZone? Of(CronJob cron, CronSchedule schedule)
    {
        if (cron.Spec.TimeZone.Length == 0)
            return Guess(schedule, cron.Status.LastScheduleTime);
        return TimeZoneInfo.TryFindSystemTimeZoneById(cron.Spec.TimeZone, out var zone) ? new CronZone(zone, cron.Spec.TimeZone, IsGuessed: false) : null;
    }

    /// <summary>The offset nearest to UTC in which the last run was one of the schedule's: without a zone the control plane's own clock decides, and nobody tells which that is.</summary>
    private static CronZone Guess(CronSchedule schedule, DateTimeOffset? last)
    {
        for (var steps = 0; last is { } run && schedule.Every is null && steps <= 14 * 4; steps++)
        {
            foreach (var offset in new[] { _quarter * steps, _quarter * -steps })
            {
                if (Fits(schedule, run.ToOffset(TimeSpan.Zero).DateTime + offset))
                    return steps == 0 ? Utc : new CronZone(TimeZoneInfo.CreateCustomTimeZone("control plane", offset, null, null), "the control plane's clock", IsGuessed: true);
            }
        }

        return Utc;
    }

    private static CronZone Utc => new(TimeZoneInfo.Utc, "UTC", IsGuessed: true);

    private static bool Fits(CronSchedule schedule, DateTime at) =>
        schedule.Minutes.Allows(at.Minute) && schedule.Hours.Allows(at.Hour) && schedule.Months.Allows(at.Month) && schedule.AllowsDay(at);
}
