using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>A folder with kubeconfig files and certificates made for one test.</summary>
internal sealed class KubeconfigFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kubeconfig-").FullName;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>A kubeconfig with one context; cluster and user are flow mappings.</summary>
    public static string Text(string cluster, string user, string context = "lab") => $"""
        apiVersion: v1
        kind: Config
        current-context: {context}
        contexts:
        - name: {context}
          context: { "{" }cluster: {context}, user: {context}, namespace: media{ "}" }
        clusters:
        - name: {context}
          cluster: {cluster}
        users:
        - name: {context}
          user: {user}
        """;

    /// <summary>A self-signed authority and a certificate of its own, with the key.</summary>
    public static (string Certificate, string Key) Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportECPrivateKeyPem());
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
