using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading.Api;

internal static class IngressApi
{
    public static void MapIngressApi(this RouteGroupBuilder api) =>
        api.MapGet("/ingress", Get).RequireAct(Act.SeeLab).Produces<Listing<RouteResource>>().WithTags("Lab").WithSummary("Every route of the cluster, whoever made it");

    private static ApiAnswer Get(Live<IngressState> live)
    {
        var current = live.Current;
        return ApiAnswer.Of(current.Value.IsConnected
            ? Listing<RouteResource>.Of(IngressSummary.Freshness(current), current.Value.Routes.Select(RouteResource.Of))
            : Listing<RouteResource>.NotConnected(current.Value.Help));
    }
}
