using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Reads IngressRoutes. They have no status, so whether one works is worked out from what it refers to.</summary>
internal static class IngressRouteReader
{
    public static RouteParts Read(IngressRoute route, RouteSurroundings context)
    {
        var (meta, spec, judge) = (route.Metadata, route.Spec, new RouteJudge(route.Metadata, context));
        ImmutableArray<RuleParts> rules = [.. spec.Routes.Select(rule => Rule(rule, judge))];
        var parsed = rules.Select(rule => rule.Parsed).OfType<TraefikRule>().ToList();
        var (secret, name) = (spec.Tls?.SecretName ?? "", ClassHealth.Of(meta, spec.IngressClassName));
        judge.Add(TlsHealth.Judge(secret, meta.Namespace, context));
        judge.Add(TlsHealth.JudgeOptions(spec.Tls?.Options, meta.Namespace, context));
        judge.Add(ClassHealth.Judge(name, context));
        var parts = new RouteParts("IngressRoute", meta)
        {
            Hosts = RuleHosts.Of(parsed, IsSecure(spec) ? "https" : "http"), Paths = Paths(parsed), Raw = string.Join('\n', spec.Routes.Select(rule => rule.Match)),
            EntryPoints = spec.EntryPoints, Tls = TlsHealth.Text(spec.Tls), TlsSecret = secret, Class = name, Rules = rules, Contends = true,
        };
        return parts with { Findings = judge.Findings(parts.HasBackend) };
    }

    private static RuleParts Rule(IngressRouteRule rule, RouteJudge judge)
    {
        var parsed = TraefikRule.Known(rule.Match);
        var parts = judge.Rule(rule.Match, parsed, rule.Middlewares, "Middleware", rule.Services);
        return parts with { Shown = parts.Shown with { Priority = RulePriority.Of(parsed, rule.Priority), HasOwnPriority = rule.Priority is not (null or 0) } };
    }

    private static bool IsSecure(IngressRouteSpec spec) =>
        spec.Tls is not null || spec.EntryPoints.Any(entryPoint => entryPoint.Contains("secure", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> Paths(IReadOnlyList<TraefikRule> rules)
    {
        var alternatives = rules.SelectMany(rule => rule.Alternatives).ToList();
        return alternatives.Count == 0 ? [] : [.. alternatives.SelectMany(alternative => alternative.Paths.DefaultIfEmpty("/")).Distinct()];
    }
}
