using System.Net;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>How MetalLB pairs pools, advertisements and services, and the names it has had for its annotations.</summary>
internal static class PoolRules
{
    private static readonly string[] _prefixes = ["metallb.io/", "metallb.universe.tf/"];

    public static IReadOnlyList<AddressRange> Ranges(IpAddressPool pool) =>
        AddressRange.Union(pool.Spec.Addresses.Select(text => AddressRange.TryParse(text, out var range) ? range : null).OfType<AddressRange>());

    public static IEnumerable<string> Unreadable(IpAddressPool pool) => pool.Spec.Addresses.Where(text => !AddressRange.TryParse(text, out _));

    /// <summary>"L2 lan", "BGP core".</summary>
    public static IEnumerable<string> AdvertisedBy(IpAddressPool pool, ClusterState state) =>
        state.L2Advertisements.All.Where(item => Covers(item.Metadata, item.Spec, pool)).Select(item => $"L2 {item.Metadata.Name}").Order(StringComparer.Ordinal)
            .Concat(state.BgpAdvertisements.All.Where(item => Covers(item.Metadata, item.Spec, pool)).Select(item => $"BGP {item.Metadata.Name}").Order(StringComparer.Ordinal));

    /// <summary>The pool a service asks for; null when any will do.</summary>
    public static string? WantedPool(Service service) => Annotation(service, "address-pool");

    /// <summary>The addresses a service asks for.</summary>
    public static IReadOnlyList<IPAddress> WantedAddresses(Service service) =>
    [
        .. (Annotation(service, "loadBalancerIPs") ?? service.Spec.LoadBalancerIp).Split(',')
            .Select(text => IPAddress.TryParse(text.Trim(), out var address) ? address : null).OfType<IPAddress>(),
    ];

    /// <summary>The addresses a service holds; names are not counted, for nobody gave them out of a pool.</summary>
    public static IEnumerable<IPAddress> HeldBy(Service service) =>
        service.Spec.Type == "LoadBalancer" ? service.Status.LoadBalancer.Ingress.Select(given => IPAddress.TryParse(given.Ip, out var address) ? address : null).OfType<IPAddress>() : [];

    private static string? Annotation(Service service, string name) =>
        _prefixes.Select(prefix => service.Metadata.Annotations.GetValueOrDefault(prefix + name)).FirstOrDefault(value => value is { Length: > 0 });

    private static bool Covers(ObjectMeta meta, AdvertisementSpec spec, IpAddressPool pool) =>
        meta.Namespace == pool.Metadata.Namespace
        && ((spec.IpAddressPools.Count == 0 && spec.IpAddressPoolSelectors.Count == 0) || spec.IpAddressPools.Contains(pool.Metadata.Name)
            || spec.IpAddressPoolSelectors.Any(selector => selector.Matches(pool.Metadata.Labels)));
}
