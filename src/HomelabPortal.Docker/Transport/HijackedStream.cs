using System.Net;

namespace HomelabPortal.Docker;

/// <summary>A connection that is now a bare stream. With 200 instead of 101 somebody on the way did not let it through, and it can only be read.</summary>
internal sealed class HijackedStream(DockerConnection connection, DockerCall call, HttpResponseMessage response, HijackConnection? own) : IAsyncDisposable
{
    private Stream? _stream;

    /// <summary>Whether input gets through.</summary>
    public bool CanWrite => response.StatusCode == HttpStatusCode.SwitchingProtocols;

    /// <summary>Reads what is there, at least one byte; 0 at the end.</summary>
    public Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        DoAsync(async stream => await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), cancellationToken);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!CanWrite)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"Docker at {connection.Address} gives the output but takes no input: a proxy before it does not let the connection be upgraded.");
        await DoAsync(
            async stream =>
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task CompleteSendingAsync() => own is null
        ? Task.CompletedTask
        : DoAsync(
            async _ =>
            {
                await own.CompleteSendingAsync().ConfigureAwait(false);
                return 0;
            },
            CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        own?.Dispose();
    }

    private async Task<T> DoAsync<T>(Func<Stream, Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            _stream ??= await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await act(_stream).ConfigureAwait(false);
        }
        catch (Exception e) when (TransportFault.IsOne(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFault.Map(connection, call.What, e, hasEverAnswered: true);
        }
    }
}
