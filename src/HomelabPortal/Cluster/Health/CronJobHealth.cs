using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Judges a cron job by its schedule and its last runs.</summary>
internal static class CronJobHealth
{
    /// <param name="runs">Its jobs that are still kept, newest first.</param>
    public static Verdict Judge(CronJob cron, IReadOnlyList<Job> runs, DateTimeOffset now)
    {
        if (cron.Spec.Suspend)
            return new Verdict(HealthState.Off, "Suspended", "It is switched off: no new runs start.");
        var latest = runs.FirstOrDefault(job => JobDisplay.Status(job) is "Complete" or "Failed");
        if (latest is not null && JobDisplay.Status(latest) == "Failed")
            return new Verdict(HealthState.Broken, "Last run failed", JobHealth.Judge(latest, now).Sentence) { Since = JobHealth.Judge(latest, now).Since };
        return cron.Status.Active.Count > 0
            ? new Verdict(HealthState.Progressing, "Running", $"{Spoken.Count(cron.Status.Active.Count, "run")} under way.")
            : new Verdict(HealthState.Healthy, "On schedule");
    }
}
