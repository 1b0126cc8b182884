using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Namespaces.Isolation;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Namespaces.Api;

/// <summary>A namespace with what limits it.</summary>
internal sealed record NamespaceDetailResource(SeenResource Seen, NamespaceResource Namespace, IReadOnlyList<QuotaResource> Quotas, IReadOnlyList<NetworkPolicyResource> Policies)
{
    public static NamespaceDetailResource Of(NamespaceRow row, LiveValue<ClusterState> live) => new(
        SeenResource.Of(live, live.Value.Namespaces.Status), NamespaceResource.Of(row),
        [.. QuotaRow.Of(row.Name, live.Value).Select(quota => new QuotaResource(quota.Quota, quota.Resource, quota.Used, quota.Hard, quota.Share))],
        [.. PolicyRow.Of(row.Name, live.Value).Select(policy => new NetworkPolicyResource(policy.Name, policy.Selects, policy.Pods, policy.Rules))]);
}
