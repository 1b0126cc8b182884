using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Docker;

/// <summary>Makes the sockets of one connection.</summary>
internal static class DockerHandler
{
    public static SocketsHttpHandler Create(DockerConnection connection)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // A connection through ssh is a process that took seconds to make.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(connection.Ssh is null ? 30 : 150),
            // A followed log never ends: an abandoned stream is closed, not read out.
            MaxResponseDrainSize = 0,
            ConnectCallback = connection switch
            {
                { SocketPath: { } path } => (_, cancellationToken) => ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken),
                { Ssh: { } ssh } => (_, _) => ValueTask.FromResult<Stream>(SshStream.Start(connection.SshProgram, ssh)),
                _ => (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
            },
        };
        if (connection.CertificateDirectory is { } directory)
            handler.SslOptions = TlsFiles.Read(directory);
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(EndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = endPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : NewTcpSocket();
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // An event stream may be silent for days, so a vanished host must be noticed by the kernel.
    private static Socket NewTcpSocket()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 3);
        return socket;
    }
}
