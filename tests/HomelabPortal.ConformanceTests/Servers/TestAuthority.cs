using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>A certificate authority that lives as long as one server under test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _from = TimeProvider.System.GetUtcNow().AddMinutes(-5);

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Homelab Portal test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(_from, _from.AddDays(2));
    }

    public string CertificatePem => _root.ExportCertificatePem();

    /// <summary>For servers on 127.0.0.1 and localhost.</summary>
    public (string Certificate, string Key) IssueServer()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        return Issue("CN=localhost", "1.3.6.1.5.5.7.3.1", names.Build());
    }

    /// <summary>A Kubernetes API server reads the user's name from CN and the groups from O.</summary>
    public (string Certificate, string Key) IssueClient(string subject) => Issue(subject, "1.3.6.1.5.5.7.3.2", null);

    public void Dispose() => _root.Dispose();

    private (string Certificate, string Key) Issue(string subject, string purpose, X509Extension? names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (names is not null)
            request.CertificateExtensions.Add(names);
        using var certificate = request.Create(_root, _from, _from.AddDays(1), RandomNumberGenerator.GetBytes(12));
        return (certificate.ExportCertificatePem(), key.ExportECPrivateKeyPem());
    }
}
