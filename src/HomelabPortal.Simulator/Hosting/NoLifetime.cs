namespace HomelabPortal.Simulator.Hosting;

/// <summary>Leaves Ctrl+C and signals to the process the lab runs in.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
