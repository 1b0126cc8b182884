using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>
/// Pure: says a rule of an HTTPRoute as Traefik does, one router for each match. What is more exact goes first:
/// <code>
/// exact path                    100000
/// prefix or expression          10000 and 100 a letter; 1 for every path
/// method                        1000
/// each header                   100
/// each parameter of the query   10
/// longest hostname              1 a letter
/// </code>
/// </summary>
internal static class GatewayRouters
{
    private static readonly HttpRouteMatch _everything = new();

    public static ValueList<TraefikRouter> Of(IReadOnlyList<string> hosts, HttpRouteRule rule) =>
        [.. rule.Matches.DefaultIfEmpty(_everything).Select(match => Of(hosts, match))];

    public static string Value(string matcher, HttpRouteValue value) => $"{matcher}{(value.Type == "RegularExpression" ? "Regexp" : "")}(`{value.Name}`, `{value.Value}`)";

    private static TraefikRouter Of(IReadOnlyList<string> hosts, HttpRouteMatch match)
    {
        var (path, priority) = Path(match.Path);
        string[] matchers =
        [
            hosts.Count > 1 ? $"({string.Join(" || ", hosts.Select(Host))})" : string.Concat(hosts.Select(Host)), path, match.Method.Length > 0 ? $"Method(`{match.Method}`)" : "",
            .. match.Headers.Select(header => Value("Header", header)), .. match.QueryParams.Select(parameter => Value("Query", parameter)),
        ];
        return new TraefikRouter(
            string.Join(" && ", matchers.Where(matcher => matcher.Length > 0)),
            priority + (match.Method.Length > 0 ? 1000 : 0) + (100 * match.Headers.Count) + (10 * match.QueryParams.Count) + hosts.Select(host => host.Length).DefaultIfEmpty().Max());
    }

    private static (string Rule, int Priority) Path(HttpRoutePath? path) => path switch
    {
        null or { Value: "" } => ("PathPrefix(`/`)", 1),
        { Type: "Exact" } => ($"Path(`{path.Value}`)", 100000),
        { Type: "RegularExpression" } => ($"PathRegexp(`{path.Value}`)", 10000 + (path.Value.Length * 100)),
        { Value: "/" } => ("PathPrefix(`/`)", 1),
        _ => ($"(Path(`{path.Value.TrimEnd('/')}`) || PathPrefix(`{path.Value.TrimEnd('/')}/`))", 10000 + (path.Value.Length * 100)),
    };

    /// <summary>A wildcard stands for any number of labels.</summary>
    private static string Host(string host) =>
        host.StartsWith("*.", StringComparison.Ordinal) ? $@"HostRegexp(`^[a-z0-9.-]+{host[1..].Replace(".", @"\.", StringComparison.Ordinal)}$`)" : $"Host(`{host}`)";
}
