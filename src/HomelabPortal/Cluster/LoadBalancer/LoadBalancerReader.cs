using System.Net;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Works out what is used of every pool, and who holds and announces each address.</summary>
internal static class LoadBalancerReader
{
    public static LoadBalancerView Read(ClusterState state)
    {
        var pools = state.AddressPools.All.OrderBy(pool => pool.Metadata.Name, NaturalOrder.Instance).Select(pool => (Pool: pool, Ranges: PoolRules.Ranges(pool))).ToList();
        var held = state.Services.All.SelectMany(service => PoolRules.HeldBy(service).Select(address => (Address: address, Service: service)))
            .GroupBy(pair => pair.Address, pair => pair.Service)
            .ToDictionary(group => group.Key, group => group.OrderBy(service => service.Metadata.Key(), StringComparer.Ordinal).ToList());
        return new LoadBalancerView(
            [.. pools.Select(pool => PoolReader.Read(pool.Pool, pool.Ranges, pools, held.Keys, state))],
            [.. held.Select(pair => Held(pair.Key, pair.Value, PoolOf(pair.Key, pools), state)).OrderBy(address => address.Address, NaturalOrder.Instance)]);
    }

    private static IpAddressPool? PoolOf(IPAddress address, List<(IpAddressPool Pool, IReadOnlyList<AddressRange> Ranges)> pools) =>
        pools.Find(pool => pool.Ranges.Any(range => range.Contains(address))).Pool;

    private static HeldAddress Held(IPAddress address, List<Service> services, IpAddressPool? pool, ClusterState state)
    {
        var announced = state.L2Statuses.All.Where(status => services.Exists(service => service.Metadata.Name == status.Status.ServiceName && service.Metadata.Namespace == status.Status.ServiceNamespace)).ToList();
        ValueList<string> nodes = [.. announced.Select(status => status.Status.Node).Where(node => node.Length > 0).Distinct().OrderBy(node => node, NaturalOrder.Instance)];
        return new HeldAddress(
            address.ToString(), pool?.Metadata.Name ?? "", [.. services.Select(service => service.Metadata.Key())], nodes,
            [.. announced.SelectMany(status => status.Status.Interfaces).Select(one => one.Name).Distinct()], Judge(services, pool, nodes, state));
    }

    private static Verdict Judge(List<Service> services, IpAddressPool? pool, ValueList<string> nodes, ClusterState state)
    {
        if (nodes.FirstOrDefault(node => state.NodeRows.FirstOrDefault(row => row.Name == node) is { State: HealthState.Broken or HealthState.Unknown }) is { } down)
            return new Verdict(HealthState.Degraded, "Announcer down", $"{down} announces it, and {down} is not ready.");
        if (nodes.Count > 0)
            return new Verdict(HealthState.Healthy, "Announced", $"{string.Join(" and ", nodes)} {(nodes.Count == 1 ? "answers" : "answer")} for it.");
        if (pool is null)
            return new Verdict(HealthState.Unknown, "Not from a pool", "No pool has this address, so it was given otherwise.") { NeedsSomeone = false };
        var advertised = PoolRules.AdvertisedBy(pool, state).ToList();
        if (advertised.Exists(name => name.StartsWith("BGP", StringComparison.Ordinal)))
            return new Verdict(HealthState.Healthy, "By BGP", "It is announced by BGP, of which the cluster keeps no record.");
        if (advertised.Count == 0 || state.L2Statuses.Status.Phase != SourcePhase.Live)
            return new Verdict(HealthState.Unknown, "Unknown", advertised.Count == 0 ? "Its pool is not advertised." : "The cluster does not say who announces it.") { NeedsSomeone = false };
        return services.TrueForAll(service => state.ServiceRows.FirstOrDefault(row => row.Uid == service.Metadata.Uid) is { Ready: 0 })
            ? new Verdict(HealthState.Degraded, "Not announced", "Nobody answers for it, because no endpoint of its service is ready.") { NeedsSomeone = false }
            : new Verdict(HealthState.Degraded, "Not announced", "No node answers for it, although its service has ready endpoints.");
    }
}
