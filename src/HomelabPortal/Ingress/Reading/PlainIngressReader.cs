using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Reads Kubernetes' own Ingress objects into the same view as IngressRoutes.</summary>
internal static class PlainIngressReader
{
    public static IngressRouteView Read(KubernetesIngress ingress, ClusterState state, BackendIndex index, DateTimeOffset now)
    {
        var (meta, spec) = (ingress.Metadata, ingress.Spec);
        var paths = spec.Rules.SelectMany(rule => rule.Http?.Paths ?? []).ToList();
        var backends = paths.Select(path => path.Backend).Append(spec.DefaultBackend).Select(backend => backend?.Service).OfType<IngressServiceBackend>()
            .Select(service => BackendHealth.Judge(Target(service), meta.Namespace, index)).ToList();
        var scheme = spec.Tls.Count > 0 ? "https" : "http";
        var secrets = spec.Tls.Select(tls => tls.SecretName).Where(secret => secret.Length > 0).Distinct().ToList();
        var verdicts = backends.Select(backend => (Verdict?)backend.Verdict)
            .Concat(secrets.Select(secret => TlsHealth.Judge(new IngressRouteTls { SecretName = secret }, meta.Namespace, state, now)))
            .Append(backends.Count == 0 ? new Verdict(HealthState.Broken, "No service", "It names no service to send to.") : null);
        return new IngressRouteView(
            "Ingress", meta.Uid, meta.Namespace, meta.Name, Hosts(spec, scheme), [.. paths.Select(Path).DefaultIfEmpty("/").Distinct()],
            string.Join('\n', spec.Rules.Select(rule => rule.Host)), EntryPoints(meta, spec),
            spec.Tls.Count == 0 ? "" : secrets.Count > 0 ? string.Join(", ", secrets) : "default certificate",
            [], [.. backends.Select(backend => backend.Backend).Distinct()], RouteOwner.Of(meta), RouteVerdict.Worst(verdicts));
    }

    private static ImmutableArray<RouteHost> Hosts(IngressSpec spec, string scheme) =>
        [.. spec.Rules.Select(rule => rule.Host).Where(host => host.Length > 0).Distinct()
            .Select(host => new RouteHost(host, host.Contains('*') ? null : $"{scheme}://{host}/"))];

    private static string Path(IngressPath path) => path switch
    {
        { Path: "" or "/" } => "/",
        { PathType: "Exact" } => path.Path,
        _ => path.Path.TrimEnd('/') + "/…",
    };

    /// <summary>An Ingress has no entry points; its class says who serves it.</summary>
    private static ImmutableArray<string> EntryPoints(ObjectMeta meta, IngressSpec spec)
    {
        var by = spec.IngressClassName.Length > 0 ? spec.IngressClassName : meta.Annotations.GetValueOrDefault("kubernetes.io/ingress.class", "");
        return by.Length > 0 ? [$"class {by}"] : [];
    }

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
