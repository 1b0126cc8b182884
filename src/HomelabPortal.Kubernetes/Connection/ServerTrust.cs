using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Kubernetes;

/// <summary>Trusts exactly the given authorities, and only for the name that was dialled.</summary>
internal sealed class ServerTrust
{
    private readonly Func<X509Certificate2Collection>? _reload;
    private volatile X509Certificate2Collection _authorities;

    private ServerTrust(X509Certificate2Collection authorities, Func<X509Certificate2Collection>? reload)
    {
        _authorities = authorities;
        _reload = reload;
    }

    public static ServerTrust In(X509Certificate2Collection authorities) => new(authorities, null);

    /// <summary>Reads the authorities again for each new connection, since clusters renew them; a failed read keeps the last good ones.</summary>
    public static ServerTrust InFile(string path) => new(ReadFile(path), () => ReadFile(path));

    public bool Accepts(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.CustomTrustStore.AddRange(Authorities());
        // Server authentication.
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        if (presented is not null)
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        using var copy = new X509Certificate2(certificate);
        return chain.Build(copy);
    }

    private static X509Certificate2Collection ReadFile(string path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        return authorities;
    }

    private X509Certificate2Collection Authorities()
    {
        if (_reload is null)
            return _authorities;
        try
        {
            var fresh = _reload();
            if (fresh.Count > 0)
                _authorities = fresh;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // The file is being replaced; the authorities read before stay valid meanwhile.
        }
        return _authorities;
    }
}
