using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>Pure: which rule of which route Traefik gives a request to: of those that match, the one with the highest priority. What another controller serves is not asked.</summary>
internal static class RouteTrials
{
    public static ValueList<TriedRoute> Of(IngressState ingress, string host, string path)
    {
        var tried = ingress.Routes.Where(route => !route.IsForeign && (route.Kind is "IngressRoute" or "Ingress" or "HTTPRoute"))
            .SelectMany(route => route.Rules.SelectMany(rule => rule.Routers.SelectMany(router => Try(route, rule, router, host, path))))
            .OrderByDescending(route => route.Priority).ThenBy(route => route.NameText, StringComparer.Ordinal)
            .ToList();
        var winner = tried.FindIndex(route => route.Outcome == MatchOutcome.Yes);
        return [.. tried.Select((route, index) => index == winner ? route with { IsWinner = true, Note = "Takes the request." } : route with { Note = Note(route, index, winner, tried) })];
    }

    private static IEnumerable<TriedRoute> Try(IngressRouteView route, RouteRule rule, TraefikRouter router, string host, string path)
    {
        var parsed = TraefikRule.Known(router.Rule);
        var (outcome, depends) = RuleTrial.Of(parsed, host, path);
        if (outcome == MatchOutcome.No && !parsed.Hosts.Contains(host))
            yield break;
        var backend = rule.Backends.Count > 0 ? rule.Backends[0] : null;
        yield return new TriedRoute(route.Kind, route.NameText, route.Href, router.Rule, router.Priority, outcome, false, depends)
        {
            Rule = rule,
            Middlewares = [.. rule.Middlewares.Select(middleware => middleware.NameText)],
            Logins = [.. rule.Middlewares.Where(RouteParts.AsksWho).Select(middleware => middleware.NameText)],
            Backend = backend?.Text ?? "", BackendHref = backend?.Href, Endpoints = backend?.Endpoints ?? "", BackendState = backend?.State ?? Ui.State.HealthState.Broken,
        };
    }

    private static string Note(TriedRoute route, int index, int winner, List<TriedRoute> tried) => route.Outcome switch
    {
        MatchOutcome.Depends => route.Note,
        MatchOutcome.No => "Its rule does not match.",
        _ when tried[winner].Priority == route.Priority => $"Matches with the same priority {route.Priority} as {tried[winner].NameText}: which of them answers is left to chance.",
        _ => $"Would match, but {tried[winner].NameText} goes first ({tried[winner].Priority} before {route.Priority}).",
    };
}
