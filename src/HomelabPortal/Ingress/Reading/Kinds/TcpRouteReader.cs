using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Reads IngressRouteTCPs and IngressRouteUDPs into the same parts as IngressRoutes.</summary>
internal static class TcpRouteReader
{
    public static RouteParts Read(IngressRouteTcp route, RouteSurroundings context)
    {
        var (meta, spec, judge) = (route.Metadata, route.Spec, new RouteJudge(route.Metadata, context));
        ImmutableArray<RuleParts> rules = [.. spec.Routes.Select(rule => Rule(rule, judge))];
        var (secret, name) = (spec.Tls?.SecretName ?? "", ClassHealth.Of(meta, spec.IngressClassName));
        judge.Add(TlsHealth.Judge(secret, meta.Namespace, context));
        judge.Add(ClassHealth.Judge(name, context));
        var parts = new RouteParts("IngressRouteTCP", meta)
        {
            Hosts = RuleHosts.Of([.. rules.Select(rule => rule.Parsed).OfType<TraefikRule>()], null), Raw = string.Join('\n', spec.Routes.Select(rule => rule.Match)),
            EntryPoints = spec.EntryPoints, Tls = spec.Tls is null ? "" : TlsHealth.Text(secret, spec.Tls.CertResolver, spec.Tls.Passthrough),
            TlsSecret = secret, Class = name, Rules = rules, Contends = true,
        };
        return parts with { Findings = judge.Findings(parts.HasBackend) };
    }

    public static RouteParts Read(IngressRouteUdp route, RouteSurroundings context)
    {
        var (meta, spec, judge) = (route.Metadata, route.Spec, new RouteJudge(route.Metadata, context));
        var name = ClassHealth.Of(meta, "");
        judge.Add(ClassHealth.Judge(name, context));
        var parts = new RouteParts("IngressRouteUDP", meta)
        {
            EntryPoints = spec.EntryPoints, Class = name,
            Rules = [.. spec.Routes.Select(rule => judge.Rule("", null, [], "", rule.Services)).Select(WithWords)],
        };
        return parts with { Findings = judge.Findings(parts.HasBackend) };
    }

    private static RuleParts Rule(IngressRouteTcpRule rule, RouteJudge judge)
    {
        var parsed = TraefikRule.Known(rule.Match);
        var parts = judge.Rule(rule.Match, parsed, rule.Middlewares, "MiddlewareTCP", rule.Services);
        return parts with { Shown = parts.Shown with { Priority = RulePriority.OfTcp(parsed, rule.Priority), HasOwnPriority = rule.Priority is not (null or 0) } };
    }

    /// <summary>UDP has no names to tell datagrams apart by.</summary>
    private static RuleParts WithWords(RuleParts rule) => rule with { Shown = rule.Shown with { Words = ["Everything that arrives there"] } };
}
