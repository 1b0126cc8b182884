using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer.Api;

/// <summary>The address of the API server.</summary>
/// <param name="Holder">The node that holds it; null while that is not known.</param>
/// <param name="RenewedAt">When the portal last saw the lease renewed.</param>
/// <param name="Reached">Whether it took a connection when last tried; null before the first try.</param>
/// <param name="ConnectMilliseconds">How long that took.</param>
internal sealed record ApiAddressResource(
    HealthState State, string Sentence, string? Holder, DateTimeOffset? HeldSince, DateTimeOffset? RenewedAt, IReadOnlyList<HolderChangeResource> Changes,
    string? Address, bool? Reached, double? ConnectMilliseconds, DateTimeOffset? TriedAt, string? Fault)
{
    public static ApiAddressResource Of(ApiAddressState api, ClusterState cluster, DateTimeOffset now)
    {
        var verdict = VipHealth.Judge(api, cluster, now);
        return new ApiAddressResource(
            verdict.State, verdict.Sentence, api.Lease?.Holder, api.Lease?.Acquired, api.Lease?.RenewalSeenAt, [.. api.Changes.Select(change => new HolderChangeResource(change.At, change.From, change.To))],
            api.Probe?.Target, api.Probe is null ? null : api.Probe.Took is not null, api.Probe?.Took?.TotalMilliseconds, api.Probe?.At, api.Probe?.Fault);
    }
}
