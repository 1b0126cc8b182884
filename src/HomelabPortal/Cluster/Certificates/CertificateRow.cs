using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Certificates;

/// <summary>One certificate as the list shows it.</summary>
/// <param name="Hosts">The names it is for, comma between.</param>
/// <param name="UsedBy">Which routes serve it, in words.</param>
public sealed record CertificateRow(
    string Uid, string Namespace, string Name, string Hosts, string Issuer, HealthState State, string Word, string Sentence,
    DateTimeOffset? NotAfter, DateTimeOffset? RenewalTime, int FailedAttempts, string Secret, string UsedBy, string Ends)
{
    public string Href => $"/cluster/certificates/{Namespace}/{Name}";

    internal static CertificateRow Of(Certificate certificate, ClusterState state, DateTimeOffset now)
    {
        var verdict = CertificateHealth.Judge(certificate, now);
        var (item, status) = (certificate.Metadata, certificate.Status);
        return new CertificateRow(
            item.Uid, item.Namespace, item.Name, string.Join(", ", certificate.Spec.DnsNames), certificate.Spec.IssuerRef?.Name ?? "",
            verdict.State, verdict.Word, verdict.Sentence, status.NotAfter, status.RenewalTime, status.FailedIssuanceAttempts, certificate.Spec.SecretName,
            CertificateUse.Words(CertificateUse.Of(certificate, state), state), status.NotAfter is { } end ? EndWords(end, now) : "–");
    }

    private static string EndWords(DateTimeOffset end, DateTimeOffset now) => end > now ? $"in {Spoken.Span(end - now)}" : $"{Spoken.Span(now - end)} ago";
}
