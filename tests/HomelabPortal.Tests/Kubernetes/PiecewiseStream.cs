namespace HomelabPortal.Tests.Kubernetes;

/// <summary>Gives its pieces one by one, as a network does.</summary>
internal sealed class PiecewiseStream(IEnumerable<byte[]> pieces) : MemoryStream
{
    private readonly Queue<byte[]> _pieces = new(pieces.Where(piece => piece.Length > 0));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_pieces.TryDequeue(out var piece)) return ValueTask.FromResult(0);
        Assert.True(piece.Length <= buffer.Length);
        piece.CopyTo(buffer);
        return ValueTask.FromResult(piece.Length);
    }
}
