using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>A certificate authority of the lab's own and the server certificate it signed for loopback.</summary>
internal sealed class LabCertificates : IDisposable
{
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    private LabCertificates(X509Certificate2 authority, X509Certificate2 server) => (Authority, Server) = (authority, server);

    public X509Certificate2 Authority { get; }

    public X509Certificate2 Server { get; }

    public static LabCertificates Create()
    {
        // TLS compares with the machine's own clock, whatever time the lab is told it is.
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=simulated-lab-ca", authorityKey, Hash);
        var authorityId = new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, false);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        authorityRequest.CertificateExtensions.Add(authorityId);
        var authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));

        var server = Issue(authority, "CN=simulated-lab", names =>
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
            names.AddDnsName("localhost");
            names.AddDnsName("kubernetes.default.svc");
        });
        return new LabCertificates(authority, server);
    }

    /// <summary>A server certificate for further names, signed by the same authority.</summary>
    public X509Certificate2 Issue(params string[] names) => Issue(Authority, $"CN={names[0]}", alternatives =>
    {
        foreach (var name in names) alternatives.AddDnsName(name);
    });

    public void Dispose()
    {
        Authority.Dispose();
        Server.Dispose();
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, string subject, Action<SubjectAlternativeNameBuilder> name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, Hash);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var authorityId = authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().First();
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(authorityId));
        using var signed = request.Create(authority, now.AddDays(-1), now.AddDays(360), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }
}
