using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Judges a job by kubectl's word for it.
/// <list type="table">
/// <item>complete → healthy; failed → broken</item>
/// <item>suspended → off; being deleted or about to complete → progressing</item>
/// <item>running → progressing, degraded once a pod of it has failed</item>
/// </list>
/// </summary>
internal static class JobHealth
{
    public static Verdict Judge(Job job, DateTimeOffset now) => JobDisplay.Status(job) switch
    {
        "Complete" => new Verdict(HealthState.Healthy, "Complete", Done(job)) { Since = job.Status.CompletionTime },
        "Failed" => Failed(job, "Failed"),
        "FailureTarget" => Failed(job, "Failing"),
        "Terminating" => new Verdict(HealthState.Progressing, "Terminating", "It is being deleted.") { Since = job.Metadata.DeletionTimestamp },
        "Suspended" => new Verdict(HealthState.Off, "Suspended", "It is paused: no pods of it run."),
        "SuccessCriteriaMet" => new Verdict(HealthState.Progressing, "Completing", "It has done enough and stops its last pods."),
        _ => Running(job, now),
    };

    private static Verdict Running(Job job, DateTimeOffset now)
    {
        var since = job.Status.StartTime;
        var sentence = $"{JobDisplay.Completions(job)} done{(since is { } start ? $" after {Spoken.Span(now - start)}" : "")}.";
        return job.Status.Failed > 0
            ? new Verdict(HealthState.Degraded, "Retrying", $"{Spoken.Count(job.Status.Failed, "try", "tries")} failed{Limit(job)}. {sentence}") { Since = since }
            : new Verdict(HealthState.Progressing, "Running", sentence) { Since = since };
    }

    private static Verdict Failed(Job job, string word)
    {
        var condition = job.Status.Conditions.Find("Failed") ?? job.Status.Conditions.Find("FailureTarget");
        var sentence = condition?.Reason switch
        {
            "BackoffLimitExceeded" => $"{Spoken.Count(Math.Max(job.Status.Failed, 1), "try", "tries")} failed, and it may try no more.",
            "DeadlineExceeded" => job.Spec.ActiveDeadlineSeconds is { } most ? $"It was not done within its {Spoken.Span(TimeSpan.FromSeconds(most))}." : "It was not done in time.",
            "PodFailurePolicy" => $"A pod failed in a way that its policy does not allow. {Spoken.Sentence(condition.Message)}".TrimEnd(),
            _ => Spoken.Sentence(condition?.Message ?? ""),
        };
        return new Verdict(HealthState.Broken, word, sentence) { Since = condition?.LastTransitionTime };
    }

    private static string Done(Job job) => job.Status is { StartTime: { } start, CompletionTime: { } end } ? $"Done in {Spoken.Span(end - start)}." : "";

    private static string Limit(Job job) => job.Spec.BackoffLimit is { } limit ? $" of the {limit + 1} it has" : "";
}
