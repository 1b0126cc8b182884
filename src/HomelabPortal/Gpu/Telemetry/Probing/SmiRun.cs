using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Telemetry.Probing;

/// <summary>Runs nvidia-smi in a container, and gives up on one that hangs, as beside a driver that is stuck: Docker itself would wait for it for ever.</summary>
internal static class SmiRun
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>How it ended; null when it did not within the limit.</summary>
    public static async Task<ExecResult?> AskAsync(DockerClient client, string container, IReadOnlyList<string> command, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await client.ExecAsync(container, new ExecSpec { Command = command }, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
