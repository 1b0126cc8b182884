using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Testing.Circuits;

namespace HomelabPortal.Tests.Cluster.Shell;

/// <summary>A shell as a program has one: what it showed, what the portal said, how it ended.</summary>
internal sealed class OpenedShell : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket;
    private readonly StringBuilder _output = new();

    private OpenedShell(ClientWebSocket socket) => _socket = socket;

    public string Output => _output.ToString();

    /// <summary>The portal's last words, once it has said them.</summary>
    public JsonNode? Ended { get; private set; }

    public string? Program { get; private set; }

    public static async Task<OpenedShell> OpenAsync(Uri portal, string path, params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", RawCircuit.Origin(portal));
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(new Uri($"ws://{portal.Authority}{path}"), CancellationToken.None).WaitAsync(_limit);
        return new OpenedShell(socket);
    }

    /// <summary>The status with which the portal refuses to open it.</summary>
    public static async Task<HttpStatusCode> RefusalAsync(Uri portal, string path, params (string Name, string Value)[] headers)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{portal.Authority}{path}"), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    public Task TypeAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Binary, true, CancellationToken.None);

    public Task SignalAsync(string json) => _socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, CancellationToken.None);

    public async Task ShowsAsync(string expected)
    {
        while (!Output.Contains(expected, StringComparison.Ordinal))
            Assert.True(await ReadAsync(), $"It ended before “{expected}” with {Ended?.ToJsonString()}, after “{Output}”.");
    }

    public async Task<JsonNode> EndsAsync()
    {
        while (await ReadAsync())
        {
        }

        return Ended ?? throw new InvalidOperationException("The portal closed the shell without a word.");
    }

    /// <summary>As a browser that is killed: no word, and no close.</summary>
    public void Vanish() => _socket.Abort();

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(_limit);
            if (part.MessageType == WebSocketMessageType.Close)
                return false;
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage)
                continue;
            Take(part.MessageType, Encoding.UTF8.GetString(message.ToArray()));
            return true;
        }
    }

    private void Take(WebSocketMessageType type, string text)
    {
        if (type == WebSocketMessageType.Binary)
        {
            _output.Append(text);
            return;
        }

        var told = JsonNode.Parse(text)!;
        if ((string?)told["kind"] == "ended")
            Ended = told;
        if ((string?)told["kind"] == "opened")
            Program = (string?)told["program"];
    }
}
