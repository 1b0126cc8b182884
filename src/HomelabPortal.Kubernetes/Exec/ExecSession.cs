using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// A program running in a container, over the channel protocol of Kubernetes: <c>v5.channel.k8s.io</c>, or v4 with older servers.
/// Nothing is read ahead, so a slow reader holds the program back; one reader and any number of writers at once.
/// Cancelling a read or write ends the connection, as a half sent message could not be taken back.
/// </summary>
public sealed class ExecSession : IAsyncDisposable
{
    internal const string V5 = "v5.channel.k8s.io";
    internal const string V4 = "v4.channel.k8s.io";
    private const int MostSentAtOnce = 32 * 1024;
    private const int LongestStatus = 64 * 1024;

    /// <summary>Since v5 servers may send the status before the last of the output, the rest is waited for, so long.</summary>
    private static readonly TimeSpan _restAfterStatus = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patienceAtClose = TimeSpan.FromSeconds(1);

    private readonly WebSocket _socket;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly MemoryStream _status = new();
    private ExecChannel? _channel;
    private CancellationTokenSource? _rest;

    internal ExecSession(WebSocket socket, TimeProvider time)
    {
        _socket = socket;
        _time = time;
    }

    /// <summary>The subprotocol the server chose.</summary>
    public string Protocol => _socket.SubProtocol ?? "";

    /// <summary>True when the end of the input can be told to the program.</summary>
    public bool CanCloseInput => Protocol == V5;

    /// <summary>How it ended; null while <see cref="ReadAsync"/> has not returned null.</summary>
    public ExecEnd? End { get; private set; }

    /// <summary>The next bytes of output, or null once it has ended.</summary>
    public async ValueTask<ExecPiece?> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (End is null)
        {
            ValueWebSocketReceiveResult received;
            try
            {
                using var either = Linked(cancellationToken);
                received = await _socket.ReceiveAsync(_buffer.AsMemory(), either?.Token ?? cancellationToken);
            }
            catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                End = Known() ?? ExecEnd.Lost("the connection to the node broke off");
                return null;
            }

            if (received.MessageType == WebSocketMessageType.Close)
                End = Known() ?? ExecEnd.Lost(CloseWords());
            else if (Take(_buffer.AsMemory(0, received.Count), received.EndOfMessage) is { } piece)
                return piece;
        }

        return null;
    }

    /// <summary>Sends input to the program. Returns when the network has taken it.</summary>
    /// <exception cref="IOException">The connection has ended; <see cref="ReadAsync"/> says how.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken = default)
    {
        for (var rest = input; rest.Length > 0; rest = rest[Math.Min(rest.Length, MostSentAtOnce)..])
            await SendAsync(ExecChannel.Input, rest[..Math.Min(rest.Length, MostSentAtOnce)], cancellationToken);
    }

    /// <summary>Tells the program how large its terminal is now, in characters.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public ValueTask ResizeAsync(int columns, int rows, CancellationToken cancellationToken = default) =>
        SendAsync(ExecChannel.Resize, Encoding.ASCII.GetBytes($"{{\"Width\":{columns},\"Height\":{rows}}}"), cancellationToken);

    /// <summary>Tells the program that no more input comes; false when the server is too old to pass that on.</summary>
    /// <exception cref="IOException">The connection has ended.</exception>
    public async ValueTask<bool> CloseInputAsync(CancellationToken cancellationToken = default)
    {
        if (!CanCloseInput)
            return false;
        await SendAsync(ExecChannel.Close, new[] { (byte)ExecChannel.Input }, cancellationToken);
        return true;
    }

    /// <summary>Ends the connection, which hangs the terminal up. Takes a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var limit = new CancellationTokenSource(_patienceAtClose, _time);
            try
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            }
            catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
            {
                // Cutting it off below is the same to the server.
            }
        }

        _socket.Dispose();
        _rest?.Dispose();
        _status.Dispose();
    }

    private CancellationTokenSource? Linked(CancellationToken cancellationToken) =>
        _rest is null ? null : CancellationTokenSource.CreateLinkedTokenSource(_rest.Token, cancellationToken);

    /// <summary>Takes a part of a message, which may be of any size: only its first part begins with the channel.</summary>
    private ExecPiece? Take(ReadOnlyMemory<byte> part, bool isLast)
    {
        if (_channel is null && part.Length > 0)
            (_channel, part) = ((ExecChannel)part.Span[0], part[1..]);
        var channel = _channel;
        if (isLast)
            _channel = null;
        if (channel == ExecChannel.Status)
            TakeStatus(part.Span, isLast);
        return channel is ExecChannel.Output or ExecChannel.Errors && part.Length > 0 ? new ExecPiece(channel.Value, part) : null;
    }

    private void TakeStatus(ReadOnlySpan<byte> part, bool isLast)
    {
        if (_status.Length + part.Length <= LongestStatus)
            _status.Write(part);
        // Servers open every channel with a message of none but the channel.
        if (isLast && _status.Length > 0)
            _rest ??= new CancellationTokenSource(_restAfterStatus, _time);
    }

    private ExecEnd? Known() => _status.Length > 0 ? ExecEnd.OfStatus(_status.GetBuffer().AsSpan(0, (int)_status.Length)) : null;

    private string CloseWords() => _socket.CloseStatus is null or WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.Empty
        ? "the server ended the connection without saying how the program ended"
        : $"the server ended the connection with {(int)_socket.CloseStatus}{(_socket.CloseStatusDescription is { Length: > 0 } why ? $" ({why})" : "")}";

    [SuppressMessage("Reliability", "CA2000", Justification = "The buffer is a plain array.")]
    private async ValueTask SendAsync(ExecChannel channel, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var message = new byte[payload.Length + 1];
        message[0] = (byte)channel;
        payload.CopyTo(message.AsMemory(1));
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            throw new IOException("The connection to the container has ended.", fault);
        }
        finally
        {
            _sending.Release();
        }
    }
}
