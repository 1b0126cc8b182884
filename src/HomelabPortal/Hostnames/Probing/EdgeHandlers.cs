using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Makes connections that follow no redirect, carry no cookie or credential, use no proxy, and go to checked addresses only.</summary>
internal sealed class EdgeHandlers(IOptions<HostnameOptions> options) : IDisposable
{
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(5);
    private readonly X509Certificate2? _authority = options.Value.EdgeAuthority is { } path ? X509CertificateLoader.LoadCertificateFromFile(path) : null;

    /// <summary>For questions to the resolver.</summary>
    public SocketsHttpHandler ToResolver() => Make(null);

    /// <summary>For one hostname: whatever its name says, the connection goes to these addresses, which were checked.</summary>
    public SocketsHttpHandler To(IReadOnlyList<IPAddress> addresses) => Make(async (context, cancellationToken) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // A simulated lab only says public addresses; its edge listens on loopback.
            if (options.Value.Edge is { } edge)
                await socket.ConnectAsync(edge, cancellationToken);
            else
                await socket.ConnectAsync([.. addresses], context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    });

    public void Dispose() => _authority?.Dispose();

    private SocketsHttpHandler Make(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 64,
        ConnectTimeout = _connectTimeout,
        ConnectCallback = connect,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = _authority is null ? null : Policy(_authority) },
    };

    private static X509ChainPolicy Policy(X509Certificate2 authority)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(authority);
        return policy;
    }
}
