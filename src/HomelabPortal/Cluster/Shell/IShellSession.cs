namespace HomelabPortal.Cluster.Shell;

/// <summary>A program at a terminal inside a container, wherever that runs. One reader and one writer at a time.</summary>
internal interface IShellSession : IAsyncDisposable
{
    /// <summary>How it ended; null while <see cref="ReadAsync"/> has not returned null.</summary>
    ShellEnd? End { get; }

    /// <summary>The next bytes of output, good until the next reading; null once it has ended.</summary>
    ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken);

    /// <exception cref="IOException">It has ended; <see cref="ReadAsync"/> says how.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken);

    /// <exception cref="IOException">It has ended.</exception>
    ValueTask ResizeAsync(int columns, int rows, CancellationToken cancellationToken);
}
