using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>Which routes of Traefik's take which hostname. A route for every host names none; one that another controller serves is not among them.</summary>
internal sealed class RouteIndex
{
    /// <summary>No name on Earth ends with it, so a route that takes it takes everything.</summary>
    private const string Nowhere = "a-name-that-nobody-has.invalid";

    private readonly ILookup<string, IngressRouteView> _exact;
    private readonly List<(IngressRouteView Route, string Host)> _wide;

    public RouteIndex(IngressState ingress)
    {
        var routes = ingress.Routes.Where(route => !route.IsForeign).ToList();
        var hosts = routes.Where(route => route.Kind != "IngressRouteUDP").SelectMany(route => route.Hosts.Select(host => (Route: route, Host: host.Name.ToLowerInvariant()))).ToList();
        _exact = hosts.Where(host => !IsWide(host.Host)).ToLookup(host => host.Host, host => host.Route);
        _wide = [.. hosts.Where(host => IsWide(host.Host) && !Takes(host.Route, host.Host, Nowhere))];
        ForEveryHost =
            routes.Find(route => route is { Kind: not ("IngressRouteTCP" or "IngressRouteUDP"), Hosts.Count: 0, Rules.Count: > 0 })
            ?? hosts.Where(host => host.Route.Kind != "IngressRouteTCP" && IsWide(host.Host) && Takes(host.Route, host.Host, Nowhere)).Select(host => host.Route).FirstOrDefault();
    }

    /// <summary>Exact names and wildcards that routes name; patterns are no names.</summary>
    public IEnumerable<string> Names => _exact.Select(group => group.Key).Concat(_wide.Select(wide => wide.Host).Where(host => !IsPattern(host)).Distinct());

    public IngressRouteView? ForEveryHost { get; }

    public IEnumerable<IngressRouteView> Naming(string host) =>
        _exact[host].Concat(_wide.Where(wide => Takes(wide.Route, wide.Host, host)).Select(wide => wide.Route)).Distinct();

    private static bool IsWide(string host) => IsPattern(host) || host.Contains('*');

    private static bool IsPattern(string host) => host.StartsWith("~ ", StringComparison.Ordinal);

    private static bool Takes(IngressRouteView route, string own, string host)
    {
        if (IsPattern(own))
            return HostPatterns.Of(own[2..]).Matches(host) == true;
        if (own == "*")
            return true;
        if (!own.StartsWith("*.", StringComparison.Ordinal) || !host.EndsWith(own[1..], StringComparison.Ordinal))
            return false;
        // An Ingress means one label, the Gateway API any number of them.
        return route.Kind != "Ingress" || !host[..^(own.Length - 1)].Contains('.');
    }
}
