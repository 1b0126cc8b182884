using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a cron job what <c>kubectl get cronjobs</c> says (Kubernetes <c>printCronJob</c>).</summary>
internal static class CronJobDisplay
{
    public static string TimeZone(CronJob cron) => cron.Spec.TimeZone.Length > 0 ? cron.Spec.TimeZone : "<none>";

    public static string LastSchedule(CronJob cron, DateTimeOffset now) =>
        cron.Status.LastScheduleTime is { } last ? HumanDuration.Format(now - last) : "<none>";
}
