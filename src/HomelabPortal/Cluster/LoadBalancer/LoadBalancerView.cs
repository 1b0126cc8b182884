using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>The addresses of the cluster in the house's network: where they come from, who holds them and who answers for them.</summary>
public sealed record LoadBalancerView(ValueList<AddressPool> Pools, ValueList<HeldAddress> Held)
{
    public static LoadBalancerView Empty { get; } = new([], []);
}
