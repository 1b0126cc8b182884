using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Reads HTTPRoutes of the Gateway API. Their controller says whether it took them; the backends are judged here.</summary>
internal static class HttpRouteReader
{
    private const string Traefik = "traefik.io/gateway-controller";

    public static RouteParts Read(HttpRoute route, RouteSurroundings context)
    {
        var (meta, spec, judge) = (route.Metadata, route.Spec, new RouteJudge(route.Metadata, context));
        var listeners = spec.ParentRefs.SelectMany(parent => GatewayHealth.Listeners(parent, meta.Namespace, context)).ToList();
        IReadOnlyList<string> hosts = spec.Hostnames.Count > 0 ? spec.Hostnames : [.. listeners.Select(listener => listener.Hostname).Where(host => host.Length > 0).Distinct()];
        ImmutableArray<RuleParts> rules = [.. spec.Rules.Select(rule => Rule(rule, hosts, judge))];
        foreach (var parent in spec.ParentRefs)
        {
            foreach (var finding in GatewayHealth.Judge(route, parent, context))
                judge.Add(finding);
        }

        var answers = route.Status.Parents;
        var isSecure = listeners.Exists(listener => listener.Protocol is "HTTPS" or "TLS");
        var parts = new RouteParts("HTTPRoute", meta)
        {
            Hosts = [.. hosts.Select(host => new RouteHost(host, host.Contains('*') ? null : LinkPath.Of(isSecure ? "https" : "http", host, FirstPath(spec))))],
            Paths = [.. spec.Rules.SelectMany(rule => rule.Matches).Select(match => Path(match.Path)).DefaultIfEmpty("/").Distinct()],
            Raw = string.Join('\n', hosts), Tls = isSecure ? "by the gateway" : "",
            EntryPoints = [.. spec.ParentRefs.Select(parent => $"gateway {parent.Name}").Distinct()],
            Parents = [.. spec.ParentRefs.Select(parent => GatewayHealth.NameOf(parent, meta.Namespace)).Distinct()], Rules = rules,
            IsForeign = answers.Count > 0 && answers.All(answer => answer.ControllerName.Length > 0 && answer.ControllerName != Traefik),
        };
        return parts with { Findings = judge.Findings(parts.HasBackend) };
    }

    private static RuleParts Rule(HttpRouteRule rule, IReadOnlyList<string> hosts, RouteJudge judge)
    {
        var parts = judge.Rule("", TraefikRule.Parse(Match(hosts, rule.Matches)), [], "Middleware", [.. rule.BackendRefs.Where(IsService).Select(Target)]);
        return parts with { Shown = parts.Shown with { Made = GatewayRouters.Of(hosts, rule) } };
    }

    private static bool IsService(HttpRouteBackend backend) => backend.Kind is "" or "Service";

    private static IngressRouteService Target(HttpRouteBackend backend) =>
        new() { Name = backend.Name, Namespace = backend.Namespace, Port = backend.Port is { } port ? new IntOrString(port) : (IntOrString?)null, Weight = backend.Weight };

    /// <summary>The same in Traefik's words, which are then said as a person would.</summary>
    private static string Match(IReadOnlyList<string> hosts, IReadOnlyList<HttpRouteMatch> matches)
    {
        var names = string.Join(" || ", hosts.Select(host => $"Host(`{host}`)"));
        var paths = string.Join(" || ", matches.Select(Match).Where(match => match.Length > 0));
        return (names.Length, paths.Length) switch
        {
            (0, 0) => "PathPrefix(`/`)",
            (_, 0) => names,
            (0, _) => paths,
            _ => $"({names}) && ({paths})",
        };
    }

    private static string Match(HttpRouteMatch match)
    {
        var path = match.Path is not { Value.Length: > 0 } given ? "" : given.Type switch
        {
            "Exact" => $"Path(`{given.Value}`)",
            "RegularExpression" => $"PathRegexp(`{given.Value}`)",
            _ => $"PathPrefix(`{given.Value}`)",
        };
        string[] matchers =
        [
            path, match.Method.Length > 0 ? $"Method(`{match.Method}`)" : "",
            .. match.Headers.Select(header => GatewayRouters.Value("Header", header)), .. match.QueryParams.Select(parameter => GatewayRouters.Value("Query", parameter)),
        ];
        return string.Join(" && ", matchers.Where(matcher => matcher.Length > 0));
    }

    private static string FirstPath(HttpRouteSpec spec) =>
        spec.Rules is [{ Matches: [{ Path: { Type: not "RegularExpression" } path }, ..] }, ..] ? path.Value : "";

    private static string Path(HttpRoutePath? path) => path switch
    {
        null or { Value: "" or "/" } => "/",
        { Type: "Exact" } => path.Value,
        { Type: "RegularExpression" } => "~ " + path.Value,
        _ => path.Value.TrimEnd('/') + "/…",
    };
}
