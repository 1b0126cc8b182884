using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>One resource that a quota limits.</summary>
/// <param name="Resource">As the quota names it: "requests.memory".</param>
/// <param name="Words">As people read it: "Memory reserved".</param>
public sealed record QuotaRow(string Quota, string Resource, string Words, string Used, string Hard, double Share)
{
    private const double NearlyAll = 0.9;

    /// <summary>At a full quota new pods are refused, which nobody notices until one is needed.</summary>
    public HealthState State => Share switch { >= 1 => HealthState.Broken, >= NearlyAll => HealthState.Degraded, _ => HealthState.Healthy };

    internal static IReadOnlyList<QuotaRow> Of(string ns, ClusterState state) =>
    [
        .. from quota in state.Quotas.All
           where quota.Metadata.Namespace == ns
           orderby quota.Metadata.Name
           from hard in quota.Status.Hard.Count > 0 ? quota.Status.Hard : quota.Spec.Hard
           select Row(quota, hard.Key, hard.Value),
    ];

    private static QuotaRow Row(ResourceQuota quota, string resource, Quantity hard)
    {
        var used = quota.Status.Used.GetValueOrDefault(resource);
        var share = hard.Value > 0 ? (double)(used.Value / hard.Value) : used.Value > 0 ? 1 : 0;
        return new QuotaRow(quota.Metadata.Name, resource, QuotaWords.Of(resource), Amount(resource, used), Amount(resource, hard), share);
    }

    private static string Amount(string resource, Quantity amount) =>
        resource.EndsWith("cpu", StringComparison.Ordinal) ? Amounts.Cores((double)amount.Value)
        : resource.EndsWith("memory", StringComparison.Ordinal) || resource.EndsWith("storage", StringComparison.Ordinal) ? Amounts.Bytes(amount.Whole)
        : $"{amount.Value:0.##}";
}
