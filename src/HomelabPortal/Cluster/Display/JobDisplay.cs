using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a job what <c>kubectl get jobs</c> says (Kubernetes <c>printJob</c>).</summary>
internal static class JobDisplay
{
    public static string Status(Job job) =>
        job.Status.Conditions.IsTrue("Complete") ? "Complete"
        : job.Status.Conditions.IsTrue("Failed") ? "Failed"
        : job.Metadata.DeletionTimestamp is not null ? "Terminating"
        : job.Status.Conditions.IsTrue("Suspended") ? "Suspended"
        : job.Status.Conditions.IsTrue("FailureTarget") ? "FailureTarget"
        : job.Status.Conditions.IsTrue("SuccessCriteriaMet") ? "SuccessCriteriaMet"
        : "Running";

    public static string Completions(Job job) => job.Spec switch
    {
        { Completions: { } wanted } => $"{job.Status.Succeeded}/{wanted}",
        { Parallelism: > 1 and var parallel } => $"{job.Status.Succeeded}/1 of {parallel}",
        _ => $"{job.Status.Succeeded}/1",
    };

    public static string Duration(Job job, DateTimeOffset now) =>
        job.Status.StartTime is { } start ? HumanDuration.Format((job.Status.CompletionTime ?? now) - start) : "";
}
