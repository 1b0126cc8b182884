using HomelabPortal.Cluster.Shell;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Work.Shell;

/// <summary>A shell in a container of a Docker host.</summary>
internal sealed class DockerShell(DockerTerminal terminal, TimeProvider time) : IShellSession
{
    /// <summary>The engine may know a little later than the output ends.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public ShellEnd? End { get; private set; }

    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (End is not null)
            return null;
        try
        {
            if (await terminal.ReadAsync(cancellationToken) is { } chunk)
                return chunk.Bytes;
            End = await HowAsync(cancellationToken);
        }
        catch (DockerApiException fault)
        {
            End = ShellEnd.Lost(fault.Message);
        }

        return null;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.WriteAsync(input, cancellationToken);
        }
        catch (DockerApiException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }

    public async ValueTask ResizeAsync(int columns, int rows, CancellationToken cancellationToken)
    {
        try
        {
            await terminal.ResizeAsync(columns, rows, cancellationToken);
        }
        catch (DockerApiException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }

    public ValueTask DisposeAsync() => terminal.DisposeAsync();

    private async Task<ShellEnd> HowAsync(CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            return ShellEnd.Exited(await terminal.ExitCodeAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ShellEnd.Lost("the engine does not say how the shell ended");
        }
    }
}
