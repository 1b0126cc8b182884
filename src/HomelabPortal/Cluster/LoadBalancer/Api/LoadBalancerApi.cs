using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer.Api;

internal static class LoadBalancerApi
{
    public static void MapLoadBalancerApi(this RouteGroupBuilder api) =>
        api.MapGet("/load-balancer", Get).RequireAct(Act.SeeLab).Produces<LoadBalancerResource>().WithTags("Lab").WithSummary("Address pools, who holds and announces which address, and the address of the API server");

    private static ApiAnswer Get(Live<ClusterState> live, Live<ApiAddressState> api, TimeProvider time)
    {
        var (current, state) = (live.Current, live.Current.Value);
        var (pools, held) = state.IsConnected
            ? (Listing<PoolResource>.Of(state.AddressPools.Status.Freshness(current), state.LoadBalancer.Pools.Select(PoolResource.Of)),
                Listing<HeldAddressResource>.Of(state.Services.Status.Freshness(current), state.LoadBalancer.Held.Select(HeldAddressResource.Of)))
            : (Listing<PoolResource>.NotConnected(state.Help), Listing<HeldAddressResource>.NotConnected(state.Help));
        return ApiAnswer.Of(new LoadBalancerResource(pools, held, ApiAddressResource.Of(api.Current.Value, state, time.GetUtcNow())));
    }
}
