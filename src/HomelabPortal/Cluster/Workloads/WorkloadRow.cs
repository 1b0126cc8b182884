using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>One workload as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Ready">Such as "1/1"; of a job its completions, of a cron job its schedule.</param>
/// <param name="UpToDate">How many pods have the newest template; null where that has no meaning.</param>
/// <param name="Available">How many pods serve; null where that has no meaning.</param>
/// <param name="Images">Joined by commas.</param>
/// <param name="RecheckAt">When its state may change without an event.</param>
public sealed record WorkloadRow(
    string Uid, WorkloadKind Kind, string Namespace, string Name, HealthState State, string Word, string Sentence,
    string Ready, int? UpToDate, int? Available, string Images, DateTimeOffset? Created, DateTimeOffset? RecheckAt)
{
    public string? Href => ObjectHref.Of(Kind.Name, Namespace, Name);

    internal static WorkloadRow Of(WorkloadKind kind, ObjectMeta item, Verdict verdict, string ready, int? upToDate, int? available, string images) =>
        new(item.Uid, kind, item.Namespace, item.Name, verdict.State, verdict.Word, verdict.Sentence, ready, upToDate, available, images, item.CreationTimestamp, verdict.ChangesAt);
}
