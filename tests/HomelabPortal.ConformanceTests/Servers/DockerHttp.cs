using System.Net.Sockets;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Plain HTTP to a daemon, apart from the client library.</summary>
internal static class DockerHttp
{
    public static HttpClient Connect(Uri address) => address.Scheme == "unix"
        ? new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, cancellationToken) => DialAsync(address.AbsolutePath, cancellationToken) }) { BaseAddress = new Uri("http://docker/") }
        : new HttpClient { BaseAddress = address };

    private static async ValueTask<Stream> DialAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
