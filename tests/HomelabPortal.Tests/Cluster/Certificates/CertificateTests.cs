using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Certificates;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Certificates;

public sealed class CertificateTests
{
    [Fact]
    public void Uses_OfACertificate_AreTheRoutesOfItsNamespaceThatNameItsSecret()
    {
        var state = new ClusterState
        {
            IsConnected = true,
            IngressRoutes = Kind(Route("web", "media", "web-tls"), Route("other", "home", "web-tls"), Route("plain", "media", "")),
            Ingresses = Kind(new HomelabPortal.Kubernetes.Ingress { Metadata = Meta("old"), Spec = new IngressSpec { Tls = [new IngressTls { SecretName = "web-tls" }] } }),
            TlsStores = Kind(new TlsStore { Metadata = Meta("default"), Spec = new TlsStoreSpec { DefaultCertificate = new TlsStoreCertificate { SecretName = "web-tls" } } }),
        };

        var uses = CertificateUse.Of(Certificate("web", 60), state);

        Assert.Equal(["Ingress old", "IngressRoute web", "TLSStore default"], uses.Select(use => $"{use.Kind} {use.Name}"));
        Assert.Equal("2 routes + default", CertificateUse.Words(uses, state));
        Assert.Equal("nobody", CertificateUse.Words([], state));
        Assert.Equal("–", CertificateUse.Words([], new ClusterState()));
        Assert.All(uses, use => Assert.NotNull(use.Href));
    }

    [Fact]
    public void Rows_OfCertificates_HaveTroubleFirstThenTheEarliestEnd()
    {
        var state = new ClusterState { IsConnected = true, Certificates = Kind(Certificate("late", 80), Certificate("soon", 40), Certificate("broken", 3)) };

        var rows = CertificateRows.Of(state, Now);

        Assert.Equal(["broken", "soon", "late"], rows.Select(row => row.Name));
        Assert.Equal("3 certificates, 1 broken", CertificateRows.Summary(rows));
        Assert.Equal(("in 3 days", HealthState.Broken), (rows[0].Ends, rows[0].State));
    }

    [Theory]
    [InlineData(60, 0, null)]
    [InlineData(3, 0, "No attempt to renew it has failed, so nothing seems to try. See whether cert-manager's own pods run.")]
    [InlineData(3, 2, "Issuer letsencrypt refuses it. The newest request of this certificate says why; cert-manager tries again with growing pauses.")]
    public void NextStep_OfACertificate_FollowsFromWhatFailed(double daysLeft, int failures, string? text)
    {
        var certificate = Certificate("web", daysLeft);
        certificate = certificate with { Status = certificate.Status with { FailedIssuanceAttempts = failures } };

        Assert.Equal(text, CertificateStep.Of(certificate, CertificateHealth.Judge(certificate, Now))?.Text);
    }

    private static Certificate Certificate(string name, double daysLeft) => new()
    {
        Metadata = Meta(name), Spec = new CertificateSpec { SecretName = $"{name}-tls", DnsNames = ["web.cowlab.org"], IssuerRef = new IssuerReference { Name = "letsencrypt" } },
        Status = new CertificateStatus { NotAfter = Now.AddDays(daysLeft), RenewalTime = Now.AddDays(daysLeft - 30), Conditions = [new Condition { Type = "Ready", Status = "True" }] },
    };

    private static IngressRoute Route(string name, string ns, string secret) => new()
    {
        Metadata = Meta(name, ns), Spec = new IngressRouteSpec { Tls = new IngressRouteTls { SecretName = secret } },
    };
}
