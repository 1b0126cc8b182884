using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Why a service of type LoadBalancer has no address, as far as the pools tell.</summary>
internal static class PendingReason
{
    public static string Of(Service service, ClusterState state)
    {
        if (service.Spec.LoadBalancerClass is { Length: > 0 } other && !other.Contains("metallb", StringComparison.OrdinalIgnoreCase))
            return $"It waits for a load balancer of the class {other}.";
        var pools = state.AddressPools;
        if (pools.Status.Phase == SourcePhase.NotInstalled)
            return "No MetalLB is installed, and nothing else has answered.";
        if (!pools.Status.IsKnown)
            return "The address pools cannot be read.";
        if (pools.Items.IsEmpty)
            return "MetalLB has no address pool.";
        var wanted = PoolRules.WantedAddresses(service);
        if (wanted.FirstOrDefault(address => !pools.All.Any(pool => PoolRules.Ranges(pool).Any(range => range.Contains(address)))) is { } outside)
            return $"It asks for {outside}, which no pool has.";
        if (wanted.FirstOrDefault(address => Holder(address.ToString(), service, state) is not null) is { } taken)
            return $"It asks for {taken}, which {Holder(taken.ToString(), service, state)} holds.";
        if (PoolRules.WantedPool(service) is { } name)
            return pools.All.Any(pool => pool.Metadata.Name == name) ? OfPool(name, state) : $"It asks for pool {name}, which does not exist.";
        if (wanted.Count == 0 && !pools.All.Any(pool => pool.Spec.AutoAssign ?? true))
            return "No pool gives addresses to services that do not ask for it (autoAssign is off).";
        var view = LoadBalancerReader.Read(state);
        return view.Pools.Where(pool => pool.AutoAssigns).All(pool => pool.Free == 0) ? "Every pool is exhausted." : "A pool has free addresses; MetalLB's controller may not be running.";
    }

    private static string OfPool(string name, ClusterState state) =>
        LoadBalancerReader.Read(state).Pools.FirstOrDefault(pool => pool.Name == name) is { Free: { } free } && free == 0 ? $"Pool {name} is exhausted." : $"Pool {name} has free addresses; MetalLB's controller may not be running.";

    private static string? Holder(string address, Service asking, ClusterState state) =>
        state.Services.All.FirstOrDefault(service => service.Metadata.Uid != asking.Metadata.Uid && PoolRules.HeldBy(service).Any(held => held.ToString() == address))?.Metadata.Key();
}
