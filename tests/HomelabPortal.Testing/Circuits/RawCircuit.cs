using System.Globalization;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Testing.Circuits;

/// <summary>
/// A page's circuit without a browser: it speaks the hub's protocol itself, so that it can send what no button would.
/// </summary>
internal sealed class RawCircuit : IAsyncDisposable
{
    private static readonly TimeSpan _answerTimeout = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> _calls = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _events = new();
    private readonly ConcurrentDictionary<long, RenderedHandler> _handlers = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Task _receiving;
    private int _next;
    private volatile bool _isDrawn;
    private Stream? _received;

    private RawCircuit(ClientWebSocket socket)
    {
        _socket = socket;
        _receiving = ReceiveAsync(_closing.Token);
    }

    /// <summary>Completes when the server has ended the connection.</summary>
    public Task Closed => _receiving;

    public bool IsOpen => _socket.State == WebSocketState.Open && !_receiving.IsCompleted;

    /// <summary>Every handler drawn so far.</summary>
    public IReadOnlyCollection<RenderedHandler> Handlers => [.. _handlers.Values];

    /// <summary>Opens the page at <paramref name="path"/> as whoever <paramref name="http"/> is and begins its circuit.</summary>
    /// <param name="cookie">The Cookie header of that person; null for none.</param>
    /// <param name="received">Gets everything that the server sends.</param>
    public static async Task<RawCircuit> OpenAsync(
        HttpClient http, Uri portal, string path, string? cookie, CancellationToken cancellationToken, Stream? received = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal, path));
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request, cancellationToken);
        var markers = PageMarkers.Of(await response.Content.ReadAsStringAsync(cancellationToken));
        var circuit = new RawCircuit(await ConnectAsync(portal, Origin(portal), cookie, cancellationToken)) { _received = received };
        await circuit.CallAsync("StartCircuit", portal.ToString(), new Uri(portal, path).ToString(), "[]", markers.State);
        await circuit.SendAsync(PackWriter.Invocation(null, "UpdateRootComponents", markers.Operations, markers.State));
        await Eventually.HoldsAsync(() => circuit._isDrawn || !circuit.IsOpen, () => "Nothing was drawn.", _answerTimeout, cancellationToken);
        return circuit;
    }

    /// <summary>A connection to the hub with the handshake done, and nothing begun on it.</summary>
    /// <exception cref="WebSocketException">The portal refused it.</exception>
    public static async Task<ClientWebSocket> ConnectAsync(Uri portal, string? origin, string? cookie, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.SetRequestHeader("Cookie", cookie);
            await socket.ConnectAsync(new Uri($"ws://{portal.Authority}/_blazor"), cancellationToken);
            await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, cancellationToken);
            var answer = new byte[256];
            await socket.ReceiveAsync(answer.AsMemory(), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static string Origin(Uri portal) => portal.GetLeftPart(UriPartial.Authority);

    /// <summary>Fires an event at a handler, drawn or guessed, and returns what the server answered.</summary>
    public async Task<string> FireAsync(long handler, string name, object arguments)
    {
        var id = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
        var answer = _events[id] = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var descriptor = new { eventHandlerId = handler, eventName = name, eventFieldInfo = (object?)null };
        await SendAsync(PackWriter.Invocation(null, "BeginInvokeDotNetFromJS", id, null, "DispatchEventAsync", 1, JsonSerializer.Serialize(new[] { descriptor, arguments })));
        return await Task.WhenAny(answer.Task, _receiving).WaitAsync(_answerTimeout) == answer.Task ? await answer.Task : "closed";
    }

    public async Task SendAsync(byte[] frame)
    {
        await _sending.WaitAsync();
        try
        {
            if (IsOpen)
                await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, _closing.Token);
        }
        catch (WebSocketException)
        {
            // The server has closed it, which the reader reports.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _closing.Dispose();
        _sending.Dispose();
    }

    private async Task<object?> CallAsync(string method, params object?[] arguments)
    {
        var id = $"c{Interlocked.Increment(ref _next)}";
        var answer = _calls[id] = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(PackWriter.Invocation(id, method, arguments));
        return await answer.Task.WaitAsync(_answerTimeout);
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var pending = new List<byte>();
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                pending.AddRange(buffer.AsSpan(0, part.Count));
                _received?.Write(buffer, 0, part.Count);
                while (TryTake(pending) is { } message)
                    await HandleAsync(message);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // Ended by one side or the other.
        }
    }

    private static byte[]? TryTake(List<byte> pending)
    {
        var (length, at) = (0, 0);
        do
        {
            if (at >= pending.Count)
                return null;
            length |= (pending[at] & 0x7f) << (7 * at);
        }
        while ((pending[at++] & 0x80) != 0);
        if (pending.Count < at + length)
            return null;
        var message = pending.Slice(at, length).ToArray();
        pending.RemoveRange(0, at + length);
        return message;
    }

    private Task HandleAsync(byte[] bytes) => new PackReader(bytes).Next() switch
    {
        object?[] and [1L, _, _, string method, object?[] arguments, ..] => CalledAsync(method, arguments),
        object?[] and [3L, _, string id, _, .. var result] => Answered(id, result.FirstOrDefault()),
        _ => Task.CompletedTask,
    };

    private Task Answered(string id, object? result)
    {
        if (_calls.TryRemove(id, out var call))
            call.TrySetResult(result);
        return Task.CompletedTask;
    }

    private async Task CalledAsync(string method, object?[] arguments)
    {
        switch (method)
        {
            case "JS.RenderBatch" when arguments is [long id, byte[] batch, ..]:
                foreach (var handler in RenderedHandler.In(batch))
                    _handlers[handler.Id] = handler;
                await SendAsync(PackWriter.Invocation(null, "OnRenderCompleted", id, null));
                break;
            case "JS.EndUpdateRootComponents":
                _isDrawn = true;
                break;
            case "JS.BeginInvokeJS" when arguments is [long call, ..] && call != 0:
                await SendAsync(PackWriter.Invocation(null, "EndInvokeJSFromDotNet", call, true, new JsonArray(call, true, null).ToJsonString()));
                break;
            case "JS.EndInvokeDotNet" when arguments is [string id, bool done, string result, ..]:
                if (_events.TryRemove(id, out var fired))
                    fired.TrySetResult(done ? "done" : result);
                break;
        }
    }
}
