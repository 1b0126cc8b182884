using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>One run of a cron job.</summary>
public sealed record RunRow(string Uid, string Job, string? Href, HealthState State, string Word, string Sentence, DateTimeOffset? Started, string Duration)
{
    /// <summary>Newest first.</summary>
    internal static IReadOnlyList<RunRow> Of(CronJob cron, ClusterState state, DateTimeOffset now) => [.. CronJobRuns.Of(cron, state).Select(job => Row(job, now))];

    private static RunRow Row(Job job, DateTimeOffset now)
    {
        var verdict = JobHealth.Judge(job, now);
        return new RunRow(
            job.Metadata.Uid, job.Metadata.Name, ObjectHref.Of("Job", job.Metadata.Namespace, job.Metadata.Name), verdict.State, verdict.Word, verdict.Sentence,
            job.Status.StartTime ?? job.Metadata.CreationTimestamp, Span(job, now));
    }

    /// <summary>A failed job has no time of completion; kubectl would count on for ever.</summary>
    private static string Span(Job job, DateTimeOffset now) => job.Status.Conditions.Find("Failed") is { Status: "True", LastTransitionTime: { } end } ? JobDisplay.Duration(job, end) : JobDisplay.Duration(job, now);
}
