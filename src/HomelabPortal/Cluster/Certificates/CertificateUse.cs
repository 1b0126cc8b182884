using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Certificates;

/// <summary>What serves a certificate: the routes of its namespace that name its secret, and the stores from which Traefik takes it for routes that name none.</summary>
public sealed record CertificateUse(string Kind, string Namespace, string Name)
{
    /// <summary>By kind and name. Routes of other namespaces cannot use a secret of this one.</summary>
    internal static IReadOnlyList<CertificateUse> Of(Certificate certificate, ClusterState state)
    {
        var (ns, secret) = (certificate.Metadata.Namespace, certificate.Spec.SecretName);
        if (secret.Length == 0)
            return [];
        return
        [
            .. state.IngressRoutes.All.Where(route => route.Spec.Tls?.SecretName == secret).Select(route => Use("IngressRoute", route.Metadata))
                .Concat(state.TcpRoutes.All.Where(route => route.Spec.Tls?.SecretName == secret).Select(route => Use("IngressRouteTCP", route.Metadata)))
                .Concat(state.TlsStores.All.Where(store => store.Spec.DefaultCertificate?.SecretName == secret || store.Spec.Certificates.Any(entry => entry.SecretName == secret)).Select(store => Use("TLSStore", store.Metadata)))
                .Concat(state.Ingresses.All.Where(ingress => ingress.Spec.Tls.Any(tls => tls.SecretName == secret)).Select(ingress => Use("Ingress", ingress.Metadata)))
                .Where(use => use.Namespace == ns)
                .OrderBy(use => use.Kind, StringComparer.Ordinal).ThenBy(use => use.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The page of the route, or the store's YAML.</summary>
    public string? Href => ObjectHref.Of(Kind, Namespace, Name) ?? (ObjectTypes.Of(Kind) is { } type ? ObjectHref.Yaml(type, Namespace, Name) : null);

    /// <summary>"2 routes", "the default of Traefik"; "–" while the routes are not known.</summary>
    internal static string Words(IReadOnlyList<CertificateUse> uses, ClusterState state)
    {
        var routes = uses.Count(use => use.Kind != "TLSStore");
        return routes < uses.Count ? routes > 0 ? $"{Spoken.Count(routes, "route")} + default" : "default"
            : routes > 0 ? Spoken.Count(routes, "route")
            : state.IngressRoutes.Status.IsKnown && state.Ingresses.Status.IsKnown ? "nobody" : "–";
    }

    private static CertificateUse Use(string kind, ObjectMeta item) => new(kind, item.Namespace, item.Name);
}
