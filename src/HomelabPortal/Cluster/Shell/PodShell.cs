using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>A shell in a pod.</summary>
internal sealed class PodShell(ExecSession session) : IShellSession
{
    public ShellEnd? End => session.End is { } end ? ShellEnd.Of(end) : null;

    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken) => (await session.ReadAsync(cancellationToken))?.Bytes;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => session.WriteAsync(input, cancellationToken);

    public ValueTask ResizeAsync(int columns, int rows, CancellationToken cancellationToken) => session.ResizeAsync(columns, rows, cancellationToken);

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
