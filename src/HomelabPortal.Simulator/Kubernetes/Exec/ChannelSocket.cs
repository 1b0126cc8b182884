using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>The server's side of the channel protocol: the first byte of each message says which stream it belongs to.</summary>
internal sealed class ChannelSocket(WebSocket socket, CancellationToken gone) : IDisposable
{
    public const byte Input = 0;
    public const byte Output = 1;
    public const byte Errors = 2;
    public const byte Status = 3;
    public const byte Resize = 4;
    public const byte Close = 255;
    private const int LongestMessage = 1024 * 1024;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly byte[] _buffer = new byte[LongestMessage];

    public void Dispose() => _sending.Dispose();

    public async Task SendAsync(byte channel, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var message = new byte[payload.Length + 1];
        message[0] = channel;
        payload.CopyTo(message.AsMemory(1));
        await _sending.WaitAsync(cancellationToken);
        try
        {
            // A message that is interrupted halfway would end the connection.
            await socket.SendAsync(message.AsMemory(), WebSocketMessageType.Binary, true, gone);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <returns>Null when the other side has closed.</returns>
    public async Task<(byte Channel, ReadOnlyMemory<byte> Payload)?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (part.EndOfMessage) return length == 0 ? (Input, default) : (_buffer[0], _buffer.AsMemory(1, length - 1).ToArray());
            if (length == _buffer.Length) return null;
        }
    }

    public async Task FinishAsync(JsonObject status, CancellationToken cancellationToken)
    {
        await SendAsync(Status, System.Text.Encoding.UTF8.GetBytes(status.ToJsonString()), cancellationToken);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", cancellationToken);
    }
}
