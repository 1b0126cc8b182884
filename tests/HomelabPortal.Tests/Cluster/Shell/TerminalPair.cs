using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Shell.Wire;

namespace HomelabPortal.Tests.Cluster.Shell;

/// <summary>Both ends of a terminal's connection.</summary>
internal sealed class TerminalPair : IDisposable
{
    private readonly TcpClient _near;
    private readonly TcpClient _far;

    private TerminalPair(TcpClient near, TcpClient far, TimeProvider time)
    {
        (_near, _far) = (near, far);
        Portal = new ShellSocket(WebSocket.CreateFromStream(near.GetStream(), new WebSocketCreationOptions { IsServer = true }), time);
        Terminal = WebSocket.CreateFromStream(far.GetStream(), new WebSocketCreationOptions());
    }

    public ShellSocket Portal { get; }

    public WebSocket Terminal { get; }

    public static async Task<TerminalPair> OpenAsync(TimeProvider time)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var far = new TcpClient();
        var accepting = listener.AcceptTcpClientAsync();
        await far.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        return new TerminalPair(await accepting, far, time);
    }

    public async Task<JsonNode> NextAsync()
    {
        var buffer = new byte[4096];
        var part = await Terminal.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count))!;
    }

    public void Dispose()
    {
        Portal.Dispose();
        Terminal.Dispose();
        _near.Dispose();
        _far.Dispose();
    }
}
