using HomelabPortal.Api;

namespace HomelabPortal.Cluster.LoadBalancer.Api;

/// <summary>The addresses of the cluster in the house's network.</summary>
internal sealed record LoadBalancerResource(Listing<PoolResource> Pools, Listing<HeldAddressResource> Addresses, ApiAddressResource ApiAddress);
