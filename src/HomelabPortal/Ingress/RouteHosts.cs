using System.Text.Json.Nodes;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Ingress;

/// <summary>The exact hostnames that an IngressRoute answers for. A pattern that happens to match takes nobody's name.</summary>
internal static class RouteHosts
{
    public static IEnumerable<string> Of(LiveObject route) =>
        route.Document["spec"]?["routes"] is JsonArray rules
            ? rules.SelectMany(rule => TraefikRule.Parse((string?)rule?["match"]).Hosts)
            : [];
}
