using System.Net;
using System.Net.Sockets;

namespace HomelabPortal.Testing;

/// <summary>Finds ports for servers that cannot pick a free one themselves.</summary>
internal static class LoopbackPort
{
    /// <summary>The ports were free a moment ago; all are held at once, so they differ from each other.</summary>
    public static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
