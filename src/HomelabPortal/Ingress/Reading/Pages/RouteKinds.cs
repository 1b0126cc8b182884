namespace HomelabPortal.Ingress.Reading.Pages;

/// <summary>The kinds of routes by the plural that stands in an address.</summary>
internal static class RouteKinds
{
    /// <summary>Null for anything else.</summary>
    public static string? Of(string plural) => plural switch
    {
        "ingresses" => "Ingress",
        "ingressroutes" => "IngressRoute",
        "ingressroutetcps" => "IngressRouteTCP",
        "ingressrouteudps" => "IngressRouteUDP",
        "httproutes" => "HTTPRoute",
        _ => null,
    };
}
