using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;

namespace HomelabPortal.Kubernetes;

/// <summary>Makes the one connection pool of a client.</summary>
internal static class ConnectionHandler
{
    public static SocketsHttpHandler Create(KubernetesConnection connection) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Compression would hold back watch events, and costs a small server more time than the bytes save on a LAN.
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        EnableMultipleHttp2Connections = true,
        // A virtual address that moves to another node cuts connections without a word; only pings notice.
        KeepAlivePingDelay = TimeSpan.FromSeconds(15),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        // Proxies of the environment are not used: a lab's API server is on the LAN, and kubeconfig can name a proxy.
        UseProxy = connection.Proxy is not null,
        Proxy = connection.Proxy is { } proxy ? new WebProxy(proxy) : null,
        SslOptions = Tls(connection),
    };

    [SuppressMessage("Security", "CA5359", Justification = "Only when the kubeconfig says insecure-skip-tls-verify.")]
    private static SslClientAuthenticationOptions Tls(KubernetesConnection connection)
    {
        var options = new SslClientAuthenticationOptions();
        if (connection.SkipsTlsVerify)
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        else if (connection.Trust is { } trust)
            options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => trust.Accepts(certificate, chain, errors);
        if (connection.ClientCertificate is { } client)
            options.ClientCertificateContext = SslStreamCertificateContext.Create(client, connection.ClientChain, offline: true);
        return options;
    }
}
