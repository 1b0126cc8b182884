using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Docker;

/// <summary>Reads <c>ca.pem</c>, <c>cert.pem</c> and <c>key.pem</c>. Only that authority is trusted then, not the system's.</summary>
internal static class TlsFiles
{
    public static SslClientAuthenticationOptions Read(string directory)
    {
        var authorities = Load("ca.pem", path =>
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPemFile(path);
            return all.Count > 0 ? all : throw new CryptographicException("No certificate inside.");
        });
        var client = Load("cert.pem", path => X509Certificate2.CreateFromPemFile(path, Path.Combine(directory, "key.pem")));
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            ClientCertificateContext = SslStreamCertificateContext.Create(client, additionalCertificates: null, offline: true),
        };

        T Load<T>(string file, Func<string, T> read)
        {
            var path = Path.Combine(directory, file);
            try
            {
                return read(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
            {
                var files = file == "cert.pem" ? $"{path} or key.pem beside it" : path;
                throw new DockerApiException(DockerErrorKind.BadConnection, $"The Docker certificate file {files} cannot be read. Check that it is there, readable and in PEM form.", e);
            }
        }
    }
}
