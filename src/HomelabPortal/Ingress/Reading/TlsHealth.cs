using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Where a route's certificate comes from, and whether cert-manager keeps it well.</summary>
internal static class TlsHealth
{
    public static string Text(IngressRouteTls? tls) => tls switch
    {
        null => "",
        { SecretName.Length: > 0 } => tls.SecretName,
        { CertResolver.Length: > 0 } => tls.CertResolver,
        _ => "default certificate",
    };

    /// <summary>Null when there is nothing to say against it, or nothing is known of it.</summary>
    public static Verdict? Judge(IngressRouteTls? tls, string ns, ClusterState state, DateTimeOffset now)
    {
        if (tls is not { SecretName.Length: > 0 })
            return null;
        var certificate = state.Certificates.All.FirstOrDefault(candidate => candidate.Metadata.Namespace == ns && candidate.Spec.SecretName == tls.SecretName);
        if (certificate is null || CertificateHealth.Judge(certificate, now) is not { NeedsSomeone: true } verdict)
            return null;
        return verdict with { Word = "Certificate", Sentence = $"Certificate {certificate.Metadata.Name}: {verdict.Sentence}", ChangesAt = null };
    }
}
