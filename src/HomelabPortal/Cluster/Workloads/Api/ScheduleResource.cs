using HomelabPortal.Cluster.Workloads.Schedules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Api;

/// <summary>When a cron job runs.</summary>
/// <param name="Words">Such as "every day at 03:15".</param>
/// <param name="TimeZone">A name of the time zone database; null when the control plane's own clock decides.</param>
/// <param name="Next">The next run; null while it is suspended or cannot be told.</param>
internal sealed record ScheduleResource(string Schedule, string Words, string? TimeZone, bool Suspended, DateTimeOffset? Next, DateTimeOffset? LastRun, DateTimeOffset? LastSuccess)
{
    public static ScheduleResource Of(CronJob cron, DateTimeOffset now)
    {
        var plan = CronPlan.Of(cron, now);
        return new ScheduleResource(
            cron.Spec.Schedule, plan.Words, cron.Spec.TimeZone.Length > 0 ? cron.Spec.TimeZone : null, cron.Spec.Suspend,
            cron.Spec.Suspend ? null : plan.Next, cron.Status.LastScheduleTime, cron.Status.LastSuccessfulTime);
    }
}
