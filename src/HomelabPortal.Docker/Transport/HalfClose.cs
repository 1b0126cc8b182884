using System.Net.Security;
using System.Net.Sockets;

namespace HomelabPortal.Docker;

/// <summary>Closes the sending side of a connection. Over TLS the closing alert says it, and the socket stays open for the rest.</summary>
internal static class HalfClose
{
    public static async Task SendingAsync(Stream? stream)
    {
        switch (stream)
        {
            case SslStream tls:
                await tls.ShutdownAsync().ConfigureAwait(false);
                break;
            case SshStream ssh:
                ssh.CompleteSending();
                break;
            case NetworkStream network:
                network.Socket.Shutdown(SocketShutdown.Send);
                break;
        }
    }
}
