using System.Net.WebSockets;

namespace HomelabPortal.Cluster.Shell.Wire;

/// <summary>The connection to the one at the terminal: binary messages are what is typed and shown, text messages are signals.</summary>
internal sealed class ShellSocket(WebSocket socket, TimeProvider time) : IDisposable
{
    private const int LongestSignal = 1024;
    private static readonly TimeSpan _patienceAtEnd = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly byte[] _typed = new byte[16 * 1024];
    private readonly byte[] _signal = new byte[LongestSignal];

    public void Dispose() => _sending.Dispose();

    public Task ShowAsync(ReadOnlyMemory<byte> output, CancellationToken cancellationToken) => SendAsync(output, WebSocketMessageType.Binary, cancellationToken);

    public Task TellAsync(ShellMessage message, CancellationToken cancellationToken) => SendAsync(message.ToJson(), WebSocketMessageType.Text, cancellationToken);

    /// <summary>Gives what is typed and what is signalled to the two until the other side has closed or is gone.</summary>
    public async Task ReceiveAsync(Func<ReadOnlyMemory<byte>, Task> type, Func<ShellSignal, Task> signal, CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_typed.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            if (part.MessageType == WebSocketMessageType.Binary)
            {
                if (part.Count > 0)
                    await type(_typed.AsMemory(0, part.Count));
                continue;
            }

            // A signal that is too long is none.
            if (length + part.Count <= LongestSignal)
                _typed.AsSpan(0, part.Count).CopyTo(_signal.AsSpan(length));
            length += part.Count;
            if (!part.EndOfMessage)
                continue;
            if (length <= LongestSignal && ShellSignalParser.Parse(_signal.AsSpan(0, length)) is { } known)
                await signal(known);
            length = 0;
        }
    }

    /// <summary>Says how it ended, closes, and waits for the other side to close too; somebody who is gone already is not waited for.</summary>
    /// <param name="receiving">The receiving that is under way; what still comes must be read, or the last words are lost on the way.</param>
    public async Task EndAsync(ShellEnd end, Task? receiving = null)
    {
        using var limit = new CancellationTokenSource(_patienceAtEnd, time);
        try
        {
            await TellAsync(ShellMessage.Ended(end), limit.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, end.Kind.ToString(), limit.Token);
            await (receiving?.WaitAsync(limit.Token) ?? ReceiveAsync(_ => Task.CompletedTask, _ => Task.CompletedTask, limit.Token));
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The tab or its connection is gone; there is nobody to tell.
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, type, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }
}
