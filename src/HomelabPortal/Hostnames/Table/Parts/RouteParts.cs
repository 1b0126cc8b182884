using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Pure: reads a route as a part of a hostname.</summary>
internal static class RouteParts
{
    private static readonly string[] _logins = ["forwardAuth", "basicAuth", "digestAuth"];

    public static RoutePart Of(IngressRouteView route, string host)
    {
        var rules = route.Rules.Where(rule => Takes(rule, host)).ToList();
        var backend = rules.SelectMany(rule => rule.Backends).FirstOrDefault();
        return new RoutePart(
            route.Kind, route.NameText, route.Href, route.Raw, route.BackendText, backend?.Endpoints ?? "",
            [.. rules.SelectMany(rule => rule.Middlewares).Where(AsksWho).Select(middleware => middleware.NameText).Distinct()],
            [.. rules.SelectMany(rule => rule.Middlewares).Where(IsDoubtful).Select(middleware => middleware.NameText).Distinct()],
            rules.Exists(rule => !rule.Middlewares.Any(AsksWho)), route.Owner,
            rules.SelectMany(rule => rule.Backends).FirstOrDefault(candidate => candidate.HasPage) is { } service ? $"{service.Namespace}/{service.Name}" : null,
            route.Health.State, route.Health.Word);
    }

    public static bool AsksWho(RouteMiddleware middleware) => middleware.Does.Split(", ").Any(_logins.Contains);

    /// <summary>A chain, a plugin, or one that another provider of Traefik has.</summary>
    public static bool IsDoubtful(RouteMiddleware middleware) => !AsksWho(middleware) && middleware.Does.Split(", ").Any(does => does is "" or "chain" or "plugin");

    private static bool Takes(RouteRule rule, string host) => rule.Routers.Any(router => Takes(TraefikRule.Known(router.Rule), host));

    private static bool Takes(TraefikRule parsed, string host) => parsed.Alternatives.Count == 0 || parsed.Alternatives.Any(alternative =>
        (alternative.Hosts.Count == 0 && alternative.HostPatterns.Count == 0)
        || alternative.Hosts.Contains(host)
        || alternative.HostPatterns.Any(pattern => HostPatterns.Of(pattern).Matches(host) == true));
}
