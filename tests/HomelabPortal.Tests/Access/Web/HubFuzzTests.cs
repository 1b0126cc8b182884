using System.Net.WebSockets;
using System.Text;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>Nonsense on the hub costs whoever sends it their own connection, and nobody else anything.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class HubFuzzTests : IAsyncLifetime
{
    private const int Frames = 20_000;
    private static readonly string[] _methods =
        ["StartCircuit", "ConnectCircuit", "ResumeCircuit", "PauseCircuit", "UpdateRootComponents", "BeginInvokeDotNetFromJS", "EndInvokeJSFromDotNet", "ReceiveByteArray",
         "ReceiveJSDataChunk", "SendDotNetStreamToJS", "OnRenderCompleted", "OnLocationChanged", "OnLocationChanging", "Dispose", "ToString", "OnDisconnectedAsync"];
    private readonly Random _random = new(20261121);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private HostedPortal? _portal;
    private string _cookie = "";

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartOnPortAsync();
        _cookie = await _portal.CookieOfAsync(await _portal.BeginSessionAsync(await _portal.AddAccountAsync("victor", Role.Viewer)), "victor");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _portal!.DisposeAsync();
    }

    [Fact]
    public async Task Hub_SentNonsense_LivesAndSoDoOtherCircuits()
    {
        await using var neighbour = await RawCircuit.OpenAsync(_http, _portal!.Address, "/activity", _cookie, CancellationToken.None);
        var sent = 0;
        var connections = 0;
        while (sent < Frames)
        {
            using var socket = await RawCircuit.ConnectAsync(_portal.Address, RawCircuit.Origin(_portal.Address), _cookie, CancellationToken.None);
            connections++;
            using var closing = new CancellationTokenSource();
            var draining = DrainAsync(socket, closing.Token);
            while (sent < Frames && !draining.IsCompleted && await TrySendAsync(socket, Frame()))
                sent++;
            await closing.CancelAsync();
            await draining;
        }

        Assert.True(connections > 1, "No frame was bad enough to lose its connection.");
        Assert.True(neighbour.IsOpen);
        Assert.NotEqual("closed", await neighbour.FireAsync(1, "close", new { type = "close" }));
        await using var fresh = await RawCircuit.OpenAsync(_http, _portal.Address, "/exposures", _cookie, CancellationToken.None);
        Assert.NotEmpty(fresh.Handlers);
    }

    [Fact]
    public async Task Message_LongerThanTheHubTakes_ClosesThatConnectionOnly()
    {
        await using var neighbour = await RawCircuit.OpenAsync(_http, _portal!.Address, "/activity", _cookie, CancellationToken.None);
        await using var circuit = await RawCircuit.OpenAsync(_http, _portal.Address, "/activity", _cookie, CancellationToken.None);

        await circuit.SendAsync(PackWriter.Invocation(null, "OnLocationChanged", new string('a', 33 * 1024), "", false));

        await circuit.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(neighbour.IsOpen);
    }

    /// <summary>Mostly well-formed calls with odd arguments, some bent, some pure noise.</summary>
    private byte[] Frame()
    {
        var call = PackWriter.Invocation(_random.Next(2) == 0 ? null : "f", _methods[_random.Next(_methods.Length)], [.. Enumerable.Range(0, _random.Next(6)).Select(_ => Argument())]);
        switch (_random.Next(12))
        {
            case 0:
                return PackWriter.Framed(Noise(_random.Next(64)));
            case 1:
                call[_random.Next(call.Length)] ^= (byte)(1 << _random.Next(8));
                return call;
            case 2:
                return call[.._random.Next(1, call.Length)];
            case 3:
                return PackWriter.Ping;
            default:
                return call;
        }
    }

    private object? Argument() => _random.Next(7) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.NextInt64(),
        3 => (long)_random.Next(-2, 50),
        4 => "[{\"eventHandlerId\":1,\"eventName\":\"click\"},{}]",
        5 => Encoding.Latin1.GetString(Noise(_random.Next(200))),
        _ => "{\"batchId\":1,\"operations\":[{\"type\":\"add\",\"ssrComponentId\":1,\"marker\":{\"type\":\"server\",\"descriptor\":\"x\"}}]}",
    };

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private static async Task<bool> TrySendAsync(ClientWebSocket socket, byte[] frame)
    {
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Binary, true, CancellationToken.None);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private static async Task DrainAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // Closed by the portal, or enough.
        }
    }
}
