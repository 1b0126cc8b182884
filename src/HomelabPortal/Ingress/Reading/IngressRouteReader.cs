using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>
/// Reads IngressRoutes. They have no status, so whether one works is worked out from what it refers to;
/// the worst of its services, middlewares, certificate and rules decides.
/// </summary>
internal static class IngressRouteReader
{
    public static IngressRouteView Read(IngressRoute route, ClusterState state, BackendIndex index, DateTimeOffset now)
    {
        var (meta, spec) = (route.Metadata, route.Spec);
        var rules = spec.Routes.Select(rule => TraefikRule.Parse(rule.Match)).ToList();
        var backends = spec.Routes.SelectMany(rule => rule.Services).Where(service => service.Weight != 0)
            .Select(service => BackendHealth.Judge(service, meta.Namespace, index)).ToList();
        var verdicts = backends.Select(backend => backend.Verdict)
            .Concat(spec.Routes.SelectMany(rule => rule.Middlewares).Select(reference => MiddlewareHealth.Judge(reference, meta.Namespace, state)))
            .Concat(rules.Select(Judge))
            .Append(TlsHealth.Judge(spec.Tls, meta.Namespace, state, now))
            .Append(backends.Count == 0 ? new Verdict(HealthState.Broken, "No service", "It names no service to send to.") : null);
        return new IngressRouteView(
            "IngressRoute", meta.Uid, meta.Namespace, meta.Name, Hosts(rules, spec), Paths(rules), string.Join('\n', spec.Routes.Select(rule => rule.Match)),
            [.. spec.EntryPoints], TlsHealth.Text(spec.Tls),
            [.. spec.Routes.SelectMany(rule => rule.Middlewares).Select(reference => reference.Name).Distinct()],
            [.. backends.Select(backend => backend.Backend).Distinct()], RouteOwner.Of(meta), RouteVerdict.Worst(verdicts));
    }

    private static Verdict? Judge(TraefikRule rule) =>
        rule.Fault is null ? null : new Verdict(HealthState.Unknown, "Rule not read", $"Its rule could not be read. {rule.Fault}") { NeedsSomeone = false };

    private static ImmutableArray<RouteHost> Hosts(IReadOnlyList<TraefikRule> rules, IngressRouteSpec spec)
    {
        var scheme = spec.Tls is not null || spec.EntryPoints.Any(entryPoint => entryPoint.Contains("secure", StringComparison.OrdinalIgnoreCase)) ? "https" : "http";
        return [.. rules.SelectMany(rule => rule.Alternatives)
            .SelectMany(alternative => alternative.Hosts.Select(host => new RouteHost(host, $"{scheme}://{host}{FirstPath(alternative)}"))
                .Concat(alternative.HostPatterns.Select(pattern => new RouteHost("~ " + pattern, null))))
            .DistinctBy(host => host.Name)];
    }

    /// <summary>Where a browser should begin: the first path of the rule, unless it is an expression.</summary>
    private static string FirstPath(RuleAlternative alternative) =>
        alternative.Paths.FirstOrDefault(path => !path.StartsWith('~')) is { } path ? path.TrimEnd('…') : "/";

    private static ImmutableArray<string> Paths(IReadOnlyList<TraefikRule> rules)
    {
        var alternatives = rules.SelectMany(rule => rule.Alternatives).ToList();
        return alternatives.Count == 0 ? [] : [.. alternatives.SelectMany(alternative => alternative.Paths.DefaultIfEmpty("/")).Distinct()];
    }
}
