using System.Text;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>Pure: which rule of which route Traefik gives a request to: of those that match, the one with the highest priority.</summary>
internal static class RouteTrials
{
    public static ValueList<TriedRoute> Of(IngressState ingress, string host, string path)
    {
        var tried = ingress.Routes.Where(route => route.Kind is "IngressRoute" or "Ingress" or "HTTPRoute")
            .SelectMany(route => route.Rules.SelectMany(rule => Try(route, rule, host, path)))
            .OrderByDescending(route => route.Priority).ThenBy(route => route.NameText, StringComparer.Ordinal)
            .ToList();
        var winner = tried.FindIndex(route => route.Outcome == MatchOutcome.Yes);
        return [.. tried.Select((route, index) => index == winner ? route with { IsWinner = true, Note = "Takes the request." } : route with { Note = Note(route, index, winner, tried) })];
    }

    private static IEnumerable<TriedRoute> Try(IngressRouteView route, RouteRule rule, string host, string path)
    {
        // Kinds without a rule language are said in Traefik's, as Traefik does itself.
        foreach (var text in rule.Match.Length > 0 ? [rule.Match] : Rules(route))
        {
            var parsed = TraefikRule.Known(text);
            var (outcome, depends) = RuleTrial.Of(parsed, host, path);
            if (outcome == MatchOutcome.No && !parsed.Hosts.Contains(host))
                continue;
            var backend = rule.Backends.Count > 0 ? rule.Backends[0] : null;
            yield return new TriedRoute(route.Kind, route.NameText, route.Href, text, rule.Priority ?? Encoding.UTF8.GetByteCount(text), outcome, false, depends)
            {
                Middlewares = [.. rule.Middlewares.Select(middleware => middleware.NameText)],
                Logins = [.. rule.Middlewares.Where(RouteParts.AsksWho).Select(middleware => middleware.NameText)],
                Backend = backend?.Text ?? "", BackendHref = backend?.Href, Endpoints = backend?.Endpoints ?? "", BackendState = backend?.State ?? Ui.State.HealthState.Broken,
            };
        }
    }

    private static IEnumerable<string> Rules(IngressRouteView route)
    {
        foreach (var host in route.Hosts.Select(host => host.Name).DefaultIfEmpty(""))
        {
            var name = host.StartsWith("*.", StringComparison.Ordinal) ? $"HostRegexp(`^[^.]+{host[1..].Replace(".", @"\.", StringComparison.Ordinal)}$`)" : host.Length > 0 ? $"Host(`{host}`)" : "";
            foreach (var path in route.Paths.DefaultIfEmpty("/"))
            {
                var matcher = path.StartsWith("~ ", StringComparison.Ordinal) ? $"PathRegexp(`{path[2..]}`)" : path.EndsWith('…') ? $"PathPrefix(`{path.TrimEnd('…').TrimEnd('/')}`)" : path == "/" ? "PathPrefix(`/`)" : $"Path(`{path}`)";
                yield return name.Length > 0 ? $"{name} && {matcher}" : matcher;
            }
        }
    }

    private static string Note(TriedRoute route, int index, int winner, List<TriedRoute> tried) => route.Outcome switch
    {
        MatchOutcome.Depends => route.Note,
        MatchOutcome.No => "Its rule does not match.",
        _ when tried[winner].Priority == route.Priority => $"Matches with the same priority {route.Priority} as {tried[winner].NameText}: which of them answers is left to chance.",
        _ => $"Would match, but {tried[winner].NameText} goes first ({tried[winner].Priority} before {route.Priority}).",
    };
}
