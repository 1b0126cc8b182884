using System.Net;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>
/// Judges one pool.
/// <list type="table">
/// <item>no address free → degraded; less than a tenth → a remark</item>
/// <item>nobody advertises it → broken: its addresses answer to nobody</item>
/// <item>shares addresses with another pool, or a range cannot be read → degraded</item>
/// </list>
/// </summary>
internal static class PoolReader
{
    private static readonly Verdict _healthy = new(HealthState.Healthy, "Healthy");

    public static AddressPool Read(
        IpAddressPool pool, IReadOnlyList<AddressRange> ranges, IEnumerable<(IpAddressPool Pool, IReadOnlyList<AddressRange> Ranges)> all, IEnumerable<IPAddress> held, ClusterState state)
    {
        var (used, total, isCounted) = Count(pool, ranges, held);
        ValueList<string> advertised = [.. PoolRules.AdvertisedBy(pool, state)];
        ValueList<Finding> findings = [.. Find(pool, ranges, all, used, total, advertised, state)];
        return new AddressPool(
            pool.Metadata.Namespace, pool.Metadata.Name, [.. pool.Spec.Addresses], used, total, isCounted, pool.Spec.AutoAssign ?? true, advertised, findings, Findings.Judge(findings, _healthy));
    }

    private static (UInt128 Used, UInt128? Total, bool IsCounted) Count(IpAddressPool pool, IReadOnlyList<AddressRange> ranges, IEnumerable<IPAddress> held)
    {
        if (pool.Status is { AssignedIpv4: not null } status)
        {
            var assigned = Sum(status.AssignedIpv4, status.AssignedIpv6);
            return (assigned, assigned + Sum(status.AvailableIpv4, status.AvailableIpv6), true);
        }

        var used = (UInt128)held.Count(address => ranges.Any(range => range.Contains(address)));
        if (PoolRules.Unreadable(pool).Any())
            return (used, null, false);
        var buggy = pool.Spec.AvoidBuggyIps == true;
        return (used, ranges.Aggregate(UInt128.Zero, (sum, range) => Add(sum, buggy ? range.Count - range.Buggy : range.Count)), false);
    }

    private static UInt128 Sum(long? ofV4, long? ofV6) => (UInt128)Math.Max(0, ofV4 ?? 0) + (UInt128)Math.Max(0, ofV6 ?? 0);

    private static UInt128 Add(UInt128 left, UInt128 right) => left > UInt128.MaxValue - right ? UInt128.MaxValue : left + right;

    private static IEnumerable<Finding> Find(
        IpAddressPool pool, IReadOnlyList<AddressRange> ranges, IEnumerable<(IpAddressPool Pool, IReadOnlyList<AddressRange> Ranges)> all, UInt128 used, UInt128? total, ValueList<string> advertised, ClusterState state)
    {
        var name = pool.Metadata.Name;
        if (advertised.Count == 0 && state.L2Advertisements.Status.IsKnown && state.BgpAdvertisements.Status.IsKnown)
            yield return new Finding(PoolCodes.Unadvertised, HealthState.Broken, "Not advertised", $"No L2Advertisement and no BGPAdvertisement names pool {name}, so nobody in the network finds its addresses.", "Make an L2Advertisement for it.");
        foreach (var unreadable in PoolRules.Unreadable(pool))
            yield return new Finding(PoolCodes.Unreadable, HealthState.Degraded, "Not readable", $"The range “{unreadable}” of pool {name} is neither a block nor a range of addresses.", "Correct it, as in 10.0.0.80-10.0.0.99.");
        foreach (var other in all.Where(other => other.Pool.Metadata.Uid != pool.Metadata.Uid && ranges.Any(range => other.Ranges.Any(range.Overlaps))))
            yield return new Finding(PoolCodes.Overlap, HealthState.Degraded, "Overlaps", $"Pools {name} and {other.Pool.Metadata.Name} have addresses in common.", "Give each address to one pool.");
        if (total is not { } most)
            yield break;
        if (used >= most)
            yield return new Finding(PoolCodes.Exhausted, HealthState.Degraded, "Exhausted", $"Pool {name} has no free address left.", "Widen its range, or remove a service of type LoadBalancer.");
        else if (used * 10 >= most * 9)
            yield return new Finding(PoolCodes.NearlyExhausted, HealthState.Degraded, "Nearly full", $"Pool {name} has {most - used} free {(most - used == 1 ? "address" : "addresses")} left.") { NeedsSomeone = false };
    }
}
