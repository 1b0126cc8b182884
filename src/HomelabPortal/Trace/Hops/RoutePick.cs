using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Trace.Hops;

/// <summary>The route that takes a request, and the rule of it that does.</summary>
/// <param name="Path">The path that was tried: "/" unless routes of the name only take others.</param>
/// <param name="Depends">A route that may take it, when none surely does.</param>
internal sealed record RoutePick(string Path, IngressRouteView? View, RouteRule? Rule, string Match, RouteBackend? Backend, TriedRoute? Depends)
{
    /// <summary>Other backends that share the requests with the first; copies take none.</summary>
    public IReadOnlyList<RouteBackend> Others => [.. Answering(Rule).Skip(1)];

    public static RoutePick Of(IngressState ingress, string host)
    {
        TriedRoute? depends = null;
        foreach (var path in Paths(ingress, host))
        {
            var tried = RouteTrials.Of(ingress, host, path);
            if (tried.FirstOrDefault(route => route.IsWinner) is { } winner && ingress.Routes.FirstOrDefault(route => route.Href == winner.Href) is { } view)
                return Of(path, view, winner);
            depends ??= tried.FirstOrDefault(route => route.Outcome == MatchOutcome.Depends);
        }

        // What is taken by its TLS name is decided before any HTTP rule; only what nobody else takes is looked for here.
        if (ingress.Routes.FirstOrDefault(route => route.Kind == "IngressRouteTCP" && route.Hosts.Any(own => own.Name == host)) is not { } tcp)
            return new RoutePick("/", null, null, "", null, depends);
        var rule = tcp.Rules.FirstOrDefault(candidate => TraefikRule.Known(candidate.Match).Hosts.Contains(host));
        return new RoutePick("/", tcp, rule, tcp.Raw, Answering(rule).FirstOrDefault(), null);
    }

    private static RoutePick Of(string path, IngressRouteView view, TriedRoute winner) =>
        new(path, view, winner.Rule, winner.Match, Answering(winner.Rule).FirstOrDefault(), null);

    private static IEnumerable<RouteBackend> Answering(RouteRule? rule) => rule?.Backends.Where(backend => !backend.IsCopy) ?? [];

    /// <summary>The root first, then what routes of the name take.</summary>
    private static IEnumerable<string> Paths(IngressState ingress, string host) =>
        ingress.Routes.Where(route => route.Hosts.Any(own => own.Name == host)).SelectMany(route => route.Paths)
            .Where(path => path.StartsWith('/')).Select(path => path.TrimEnd('…')).Prepend("/").Distinct().Take(4);
}
