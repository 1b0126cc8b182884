using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>One workload as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Detail">The kind, and of a cron job when it runs.</param>
/// <param name="Ready">Such as "1/1"; of a job its completions; empty for a cron job.</param>
/// <param name="UpToDate">How many pods have the newest template; null where that has no meaning.</param>
/// <param name="Available">How many pods serve; null where that has no meaning.</param>
/// <param name="Images">Joined by commas.</param>
/// <param name="IsRun">A job that a cron job has made.</param>
/// <param name="RecheckAt">When its state may change without an event.</param>
public sealed record WorkloadRow(
    string Uid, WorkloadKind Kind, string Namespace, string Name, HealthState State, string Word, string Sentence,
    string Detail, string Ready, int? UpToDate, int? Available, string Images, DateTimeOffset? Created, bool IsRun, DateTimeOffset? RecheckAt)
{
    public string? Href => ObjectHref.Of(Kind.Name, Namespace, Name);

    /// <summary>The images without their registries, as tables show them.</summary>
    public string ShortImages => string.Join(", ", Images.Split(',').Select(ImageName.Short));

    /// <summary>Name and detail, as the filter searches them.</summary>
    public string NameText => $"{Name} {Detail}";

    internal static WorkloadRow Of(WorkloadKind kind, ObjectMeta item, Verdict verdict, string ready, int? upToDate, int? available, PodTemplate template, string? runs = null) => new(
        item.Uid, kind, item.Namespace, item.Name, verdict.State, verdict.Word, verdict.Sentence, runs is null ? kind.Name : $"{kind.Name}, {runs}",
        ready, upToDate, available, WorkloadDisplay.Images(template), item.CreationTimestamp, item.Controller()?.Kind == "CronJob", verdict.ChangesAt);
}
