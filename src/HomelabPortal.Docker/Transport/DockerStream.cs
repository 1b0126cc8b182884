namespace HomelabPortal.Docker;

/// <summary>The body of an answer while it arrives. Closing it closes the connection.</summary>
internal sealed class DockerStream(DockerConnection connection, DockerCall call, HttpResponseMessage response) : IAsyncDisposable
{
    private const int MaxErrorBytes = 64 << 10;

    private Stream? _body;

    /// <summary>Reads what is there, at least one byte; 0 at the end. A break is an error, a cancel is a cancel.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            _body ??= await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (TransportFault.IsOne(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFault.Map(connection, call.What, e, hasEverAnswered: true);
        }
    }

    /// <summary>Reads an error's body as far as it is of use.</summary>
    public async Task<byte[]> ReadStartAsync(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var start = new byte[MaxErrorBytes];
        var length = 0;
        try
        {
            while (length < start.Length && await ReadAsync(start.AsMemory(length), either.Token).ConfigureAwait(false) is > 0 and var read)
                length += read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The status has come and says enough; the words it came with are cut where they stopped.
        }
        return start[..length];
    }

    public async ValueTask DisposeAsync()
    {
        if (_body is not null)
            await _body.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
