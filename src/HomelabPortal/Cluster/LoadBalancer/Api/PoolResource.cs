using HomelabPortal.Cluster.Api;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer.Api;

/// <summary>A pool of addresses.</summary>
/// <param name="Used">Addresses that services hold.</param>
/// <param name="Total">Null when it cannot be told, or has more than a program counts.</param>
/// <param name="CountedByMetalLb">False when the portal counts, because this MetalLB does not.</param>
internal sealed record PoolResource(
    string Namespace, string Name, IReadOnlyList<string> Addresses, long Used, long? Total, bool CountedByMetalLb, bool AutoAssigns, IReadOnlyList<string> AdvertisedBy, HealthState State, string Sentence, IReadOnlyList<FindingResource> Findings)
{
    public static PoolResource Of(AddressPool pool) => new(
        pool.Namespace, pool.Name, [.. pool.Addresses], (long)UInt128.Min(pool.Used, long.MaxValue), pool.Total is { } total && total <= long.MaxValue ? (long)total : null, pool.IsCounted, pool.AutoAssigns,
        [.. pool.AdvertisedBy], pool.Health.State, pool.Health.Sentence, [.. pool.Findings.Select(FindingResource.Of)]);
}
