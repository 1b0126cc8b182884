namespace HomelabPortal.Checks.Keeping;

/// <summary>Stores the history of the checks every few minutes, and once more when the portal stops.</summary>
internal sealed partial class KeepWorker(CheckKeeper keeper, TimeProvider time, ILogger<KeepWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await keeper.StoreAsync(cancellationToken);
        }
        catch (Exception fault)
        {
            Log.KeepingFailed(logger, fault);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            do
                await KeepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.KeepAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // What was counted is kept in memory and stored the next time.
            Log.KeepingFailed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The history of the checks could not be stored; it is tried again")]
        public static partial void KeepingFailed(ILogger logger, Exception fault);
    }
}
