namespace HomelabPortal.Docker;

/// <summary>
/// A command inside a container, with input and output. One reader and one writer at a time; they do not wait for each other.
/// Throws as <see cref="DockerClient"/> does.
/// </summary>
public sealed class DockerTerminal : IAsyncDisposable
{
    private const int ReadBytes = 16 << 10;

    private readonly DockerClient _client;
    private readonly string _exec;
    private readonly HijackedStream _stream;
    private readonly FrameSplitter _frames;
    private readonly byte[] _buffer = new byte[ReadBytes];
    private ReadOnlyMemory<byte> _unread;

    internal DockerTerminal(DockerClient client, string exec, HijackedStream stream, bool isTty) =>
        (_client, _exec, _stream, _frames) = (client, exec, stream, new FrameSplitter(isTty, "a command's output"));

    /// <summary>Whether the command gets what is written; false when a proxy lets only the output through.</summary>
    public bool TakesInput => _stream.CanWrite;

    /// <summary>The next bytes printed; null when the command has closed its output.</summary>
    public async Task<TerminalChunk?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_frames.TryTake(ref _unread, out var stream, out var part))
                return new TerminalChunk(stream, part);
            var read = await _stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return _frames.IsBetweenFrames ? null : throw new DockerApiException(DockerErrorKind.InvalidAnswer, "The output of a command was cut short.");
            _unread = _buffer.AsMemory(0, read);
        }
    }

    /// <summary>Sends bytes to the command.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Tells the command that its input has ended. Its output can still be read.</summary>
    public Task CompleteInputAsync() => _stream.CompleteSendingAsync();

    /// <summary>Tells the command how large its terminal is.</summary>
    public Task ResizeAsync(int columns, int rows, CancellationToken cancellationToken) => _client.ResizeExecAsync(_exec, columns, rows, cancellationToken);

    /// <summary>The exit code if the command has ended by now; null while it runs.</summary>
    public Task<int?> EndedAsync(CancellationToken cancellationToken) => _client.ExecEndedAsync(_exec, cancellationToken);

    /// <summary>Waits for the end of the command; its exit code.</summary>
    public Task<int> ExitCodeAsync(CancellationToken cancellationToken) => _client.ExitCodeAsync(_exec, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
