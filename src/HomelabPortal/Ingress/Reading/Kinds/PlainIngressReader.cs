using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Reads Kubernetes' own Ingress objects into the same parts as IngressRoutes.</summary>
internal static class PlainIngressReader
{
    public static RouteParts Read(KubernetesIngress ingress, RouteSurroundings context)
    {
        var (meta, spec, judge) = (ingress.Metadata, ingress.Spec, new RouteJudge(ingress.Metadata, context));
        var paths = spec.Rules.SelectMany(rule => (rule.Http?.Paths ?? []).Select(path => (rule.Host, Path: path))).ToList();
        ImmutableArray<RuleParts> rules = [.. paths.Select(path => Rule(path.Host, path.Path, meta, judge)), .. Default(spec, judge)];
        ImmutableArray<string> secrets = [.. spec.Tls.Select(tls => tls.SecretName).Where(secret => secret.Length > 0).Distinct()];
        foreach (var secret in secrets)
            judge.Add(TlsHealth.Judge(secret, meta.Namespace, context));
        var name = ClassHealth.Of(meta, spec.IngressClassName);
        judge.Add(ClassHealth.Judge(name, context));
        var parts = new RouteParts("Ingress", meta)
        {
            Hosts = Hosts(spec), Paths = [.. paths.Select(path => Path(path.Path)).DefaultIfEmpty("/").Distinct()], Raw = string.Join('\n', spec.Rules.Select(rule => rule.Host)),
            // An Ingress has no entry points; its class says who serves it.
            EntryPoints = name.Length > 0 ? [$"class {name}"] : [],
            Tls = spec.Tls.Count == 0 ? "" : secrets.Length > 0 ? string.Join(", ", secrets) : "default certificate",
            TlsSecret = secrets is [var first, ..] ? first : "", Class = name, Rules = rules, IsForeign = ClassHealth.IsForeign(name, context),
        };
        return parts with { Findings = judge.Findings(parts.HasBackend) };
    }

    private static RuleParts Rule(string host, IngressPath path, ObjectMeta meta, RouteJudge judge)
    {
        var matchers = new[] { host.Length > 0 ? $"Host(`{host}`)" : "", path.Path.Length > 0 ? $"{(path.PathType == "Exact" ? "Path" : "PathPrefix")}(`{path.Path}`)" : "" };
        var parsed = TraefikRule.Parse(string.Join(" && ", matchers.Where(matcher => matcher.Length > 0).DefaultIfEmpty("PathPrefix(`/`)")));
        return Made(judge.Rule("", parsed, [], "Middleware", path.Backend?.Service is { } service ? [Target(service)] : []), IngressRouters.Of(host, path, meta));
    }

    private static IEnumerable<RuleParts> Default(IngressSpec spec, RouteJudge judge)
    {
        if (spec.DefaultBackend?.Service is { } service)
            yield return Made(judge.Rule("", TraefikRule.Parse("PathPrefix(`/`)"), [], "Middleware", [Target(service)]), IngressRouters.OfDefault(spec));
    }

    private static RuleParts Made(RuleParts rule, ValueList<TraefikRouter> routers) => rule with { Shown = rule.Shown with { Made = routers } };

    private static ImmutableArray<RouteHost> Hosts(IngressSpec spec) =>
        [.. spec.Rules.Select(rule => rule.Host).Where(host => host.Length > 0).Distinct()
            .Select(host => new RouteHost(host, host.Contains('*') ? null : LinkPath.Of(spec.Tls.Count > 0 ? "https" : "http", host, spec.Rules.First(rule => rule.Host == host).Http?.Paths is [var first, ..] ? first.Path : "")))];

    private static string Path(IngressPath path) => path switch
    {
        { Path: "" or "/" } => "/",
        { PathType: "Exact" } => path.Path,
        _ => path.Path.TrimEnd('/') + "/…",
    };

    private static IngressRouteService Target(IngressServiceBackend service) => new()
    {
        Name = service.Name,
        Port = service.Port switch
        {
            null => (IntOrString?)null,
            { Number: > 0 and var number } => new IntOrString(number),
            { Name: var name } => new IntOrString(name),
        },
    };
}
