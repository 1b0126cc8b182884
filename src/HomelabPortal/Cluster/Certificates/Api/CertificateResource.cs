using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Certificates.Api;

/// <summary>A certificate that cert-manager keeps.</summary>
/// <param name="Word">The state in one or two words, such as "Valid" or "5 days left".</param>
/// <param name="NextStep">What to do about it; null while nothing is to be done.</param>
/// <param name="UsedBy">The routes that serve it, as "IngressRoute namespace/name".</param>
internal sealed record CertificateResource(
    string Namespace, string Name, IReadOnlyList<string> Hosts, string Issuer, HealthState State, string Word, string Sentence, string? NextStep,
    DateTimeOffset? NotAfter, DateTimeOffset? RenewalTime, int FailedAttempts, string Secret, IReadOnlyList<string> UsedBy)
{
    public static CertificateResource Of(CertificateRow row, ClusterState state)
    {
        var certificate = state.Certificates.Find(row.Namespace, row.Name);
        return new CertificateResource(
            row.Namespace, row.Name, certificate?.Spec.DnsNames ?? [], row.Issuer, row.State, row.Word, row.Sentence,
            certificate is null ? null : CertificateStep.Of(certificate, new(row.State, row.Word))?.Text,
            row.NotAfter, row.RenewalTime, row.FailedAttempts, row.Secret,
            certificate is null ? [] : [.. CertificateUse.Of(certificate, state).Select(use => $"{use.Kind} {use.Namespace}/{use.Name}")]);
    }
}
