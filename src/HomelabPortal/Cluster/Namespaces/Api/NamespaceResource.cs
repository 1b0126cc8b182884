using HomelabPortal.Cluster.Api;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Namespaces.Api;

/// <summary>A namespace of the cluster.</summary>
/// <param name="Pods">Those that have not ended.</param>
/// <param name="Troubled">Those of them that are broken or degraded.</param>
/// <param name="Isolation">"Open", "Only allowed", "Closed", or "Some pods" when network policies are for some of its pods only.</param>
/// <param name="Incoming">Who may reach its pods, in a sentence.</param>
/// <param name="Outgoing">What its pods may reach, in a sentence.</param>
/// <param name="QuotaShare">How much of its tightest quota is used, 0 to 1; null without a quota.</param>
internal sealed record NamespaceResource(
    string Name, HealthState State, string Word, string Sentence, int Pods, int Troubled, int Workloads, UsageResource Requests, UsageResource? Used,
    string Isolation, string Incoming, string Outgoing, double? QuotaShare, DateTimeOffset? Created)
{
    public static NamespaceResource Of(NamespaceRow row) => new(
        row.Name, row.Verdict.State, row.Verdict.Word, row.Verdict.Sentence, row.Total.Pods, row.Total.Troubled, row.Workloads,
        UsageResource.Of(row.Total.Requests), row.Total.Used is { } used ? UsageResource.Of(used) : null,
        row.Isolation.Word, row.Isolation.Incoming, row.Isolation.Outgoing, row.QuotaShare, row.Created);
}
