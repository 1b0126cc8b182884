using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Certificates;

/// <summary>What to do next about a certificate that is not well.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Link">Where to look.</param>
/// <param name="LinkText">What is there.</param>
public sealed record CertificateStep(string Text, string Link, string LinkText)
{
    /// <summary>Null while nothing is to be done.</summary>
    internal static CertificateStep? Of(Certificate certificate, Verdict verdict)
    {
        if (verdict.State is HealthState.Healthy or HealthState.Off)
            return null;
        var (ns, status) = (certificate.Metadata.Namespace, certificate.Status);
        var requests = $"/cluster/objects/certificaterequests.cert-manager.io?namespace={ns}";
        if (status.FailedIssuanceAttempts > 0)
            return new CertificateStep($"{Issuer(certificate)} refuses it. The newest request of this certificate says why; cert-manager tries again with growing pauses.", requests, "Requests");
        return verdict.State == HealthState.Progressing
            ? new CertificateStep($"cert-manager has asked {Issuer(certificate)}. If it takes longer than some minutes, its newest request says what it waits for.", requests, "Requests")
            : new CertificateStep("No attempt to renew it has failed, so nothing seems to try. See whether cert-manager's own pods run.", "/cluster/pods?q=cert-manager", "cert-manager's pods");
    }

    private static string Issuer(Certificate certificate) => certificate.Spec.IssuerRef is { Name.Length: > 0 } issuer ? $"Issuer {issuer.Name}" : "Its issuer";
}
