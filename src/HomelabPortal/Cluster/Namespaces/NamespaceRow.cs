using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Namespaces.Isolation;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>One namespace as tables show it.</summary>
/// <param name="Workloads">How many workloads are in it; the jobs of cron jobs are no workloads of their own.</param>
/// <param name="QuotaShare">How much of its tightest quota is used, 0 to 1; null without a quota.</param>
public sealed record NamespaceRow(
    string Uid, string Name, Verdict Verdict, NamespaceTotal Total, int Workloads, NamespaceIsolation Isolation, double? QuotaShare, DateTimeOffset? Created)
{
    public string? Href => ObjectHref.Of("Namespace", "", Name);

    internal static NamespaceRow Of(Namespace ns, int workloads, ClusterState state, DateTimeOffset now)
    {
        var name = ns.Metadata.Name;
        return new NamespaceRow(
            ns.Metadata.Uid, name, NamespaceHealth.Judge(ns, now), NamespaceTotals.Of(state, name),
            workloads, NamespaceIsolation.Of(name, state), QuotaRow.Of(name, state).Max(quota => (double?)quota.Share), ns.Metadata.CreationTimestamp);
    }
}
