using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Ingress.Reading.Pages;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading.Api;

internal static class IngressApi
{
    public static void MapIngressApi(this RouteGroupBuilder api)
    {
        var ingress = api.MapGroup("/ingress").WithTags("Lab");
        ingress.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<RouteResource>>().WithSummary("Every route of the cluster, whoever made it, with what was found about it");
        ingress.MapGet("/{plural}/{ns}/{name}", Get).RequireAct(Act.SeeLab).Produces<RouteResource>().Fails(404).WithSummary("One route; its kind in the plural, such as ingressroutes");
    }

    private static ApiAnswer List(Live<IngressState> live)
    {
        var current = live.Current;
        return ApiAnswer.Of(current.Value.IsConnected
            ? Listing<RouteResource>.Of(IngressSummary.Freshness(current), current.Value.Routes.Select(RouteResource.Of))
            : Listing<RouteResource>.NotConnected(current.Value.Help));
    }

    private static ApiAnswer Get(string plural, string ns, string name, Live<IngressState> live) =>
        RouteKinds.Of(plural) is { } kind && live.Current.Value.Find(kind, ns, name) is { } route
            ? ApiAnswer.Of(RouteResource.Of(route))
            : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
