using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>
/// Judges a chart of k3s by its conditions and by the job that installs it:
/// failed → broken; the job runs → progressing; the job is complete, or is gone without a failure → healthy; jobs not readable → unknown.
/// </summary>
internal static class ChartHealth
{
    public static Verdict Judge(HelmChart chart, ClusterState state)
    {
        if (chart.Status.Conditions.Find("Failed") is { } failed && failed.IsTrue())
            return new Verdict(HealthState.Broken, "Failed", Spoken.Sentence(failed.Message.Length > 0 ? failed.Message : "Its job failed")) { Since = failed.LastTransitionTime };
        if (chart.Status.JobName.Length == 0)
            return new Verdict(HealthState.Progressing, "Waiting", "k3s has not started its job yet.") { Since = chart.Metadata.CreationTimestamp };
        if (JobOf(chart, state) is { } job)
            return Judge(job);
        return state.Jobs.Status.IsKnown
            ? new Verdict(HealthState.Healthy, "Installed", "Its job is done and gone.")
            : new Verdict(HealthState.Unknown, "Unknown", "The jobs of the cluster cannot be seen now.");
    }

    public static Job? JobOf(HelmChart chart, ClusterState state) => chart.Status.JobName.Length == 0 ? null : state.Jobs.Find(chart.Metadata.Namespace, chart.Status.JobName);

    /// <summary>The newest pod of its job, whose log says what Helm said; null when there is none.</summary>
    public static Pod? PodOf(HelmChart chart, ClusterState state) => chart.Status.JobName.Length == 0 ? null : state.Pods.All
        .Where(pod => pod.Metadata.Namespace == chart.Metadata.Namespace && pod.Metadata.Controller() is { Kind: "Job" } owner && owner.Name == chart.Status.JobName)
        .MaxBy(pod => pod.Metadata.CreationTimestamp);

    private static Verdict Judge(Job job) => JobDisplay.Status(job) switch
    {
        "Complete" => new Verdict(HealthState.Healthy, "Installed"),
        "Failed" or "FailureTarget" => new Verdict(HealthState.Broken, "Failed", Spoken.Sentence($"Its job {job.Metadata.Name} failed. {job.Status.Conditions.Find("Failed")?.Message}")) { Since = job.Status.Conditions.Find("Failed")?.LastTransitionTime },
        "Suspended" => new Verdict(HealthState.Off, "Suspended", $"Its job {job.Metadata.Name} is suspended."),
        _ when job.Status.Failed > 0 => new Verdict(HealthState.Degraded, "Retrying", $"Its job {job.Metadata.Name} failed {Spoken.Count(job.Status.Failed, "time")} and tries again.") { Since = job.Status.StartTime },
        _ => new Verdict(HealthState.Progressing, "Installing", $"Its job {job.Metadata.Name} runs."),
    };
}
