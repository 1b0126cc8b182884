using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HomelabPortal.Kubernetes;

/// <summary>Certificates of a kubeconfig, inline or in files; inline data wins.</summary>
internal static class KubeconfigCertificates
{
    public static ServerTrust? Authorities(KubeconfigField cluster)
    {
        if (Pem(cluster, "certificate-authority") is not { } found)
            return null;
        var authorities = new X509Certificate2Collection();
        Guard(found.Field, () => authorities.ImportFromPem(found.Text));
        return authorities.Count > 0 ? ServerTrust.In(authorities) : throw found.Field.Problem("it holds no PEM certificate; copy the file anew");
    }

    /// <summary>The client certificate with its key, followed by its intermediates; null when the user has none.</summary>
    public static X509Certificate2Collection? Client(KubeconfigField user)
    {
        var certificate = Pem(user, "client-certificate");
        var key = Pem(user, "client-key");
        if (certificate is null && key is null)
            return null;
        if (certificate is null)
            throw user["client-certificate"].Problem("it is missing although there is a client-key; add it or remove the key");
        if (key is null)
            throw user["client-key"].Problem("it is missing although there is a client-certificate; add it or remove the certificate");
        var chain = new X509Certificate2Collection();
        Guard(certificate.Value.Field, () => chain.ImportFromPem(certificate.Value.Text));
        if (chain.Count == 0)
            throw certificate.Value.Field.Problem("it holds no PEM certificate; copy the file anew");
        Guard(key.Value.Field, () => chain[0] = X509Certificate2.CreateFromPem(certificate.Value.Text, key.Value.Text));
        return chain;
    }

    private static (KubeconfigField Field, string Text)? Pem(KubeconfigField parent, string name)
    {
        var data = parent[$"{name}-data"];
        if (data.Text() is { } encoded)
            return (data, Decode(data, encoded));
        var file = parent[name];
        return file.FilePath() is { } path ? (file, KubeconfigUser.ReadFile(file, path)) : null;
    }

    private static string Decode(KubeconfigField field, string encoded)
    {
        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException exception)
        {
            throw field.Problem("it is not base64; copy the file anew", exception);
        }
    }

    private static void Guard(KubeconfigField field, Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw field.Problem("it cannot be read, or key and certificate do not belong together; copy the file anew", exception);
        }
    }
}
