namespace HomelabPortal.Tests.Docker;

/// <summary>Breaks at the moment the reader cancels, as a socket that is closed under a read does.</summary>
internal sealed class BreakingStream(CancellationTokenSource cancel) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancel.Cancel();
        throw new IOException("The socket was closed.");
    }
}
