using HomelabPortal.Checks.Notifying.Channels;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>Tells what is to be told: when something changed, and every few seconds what waits.</summary>
internal sealed partial class NotifyWorker(OpenAddresses addresses, Announcer announcer, OutboxSender sender, NotifySignal signal, TimeProvider time, ILogger<NotifyWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryAsync(addresses.PassAsync, stoppingToken);
                await TryAsync(announcer.PassAsync, stoppingToken);
                await TryAsync(sender.PassAsync, stoppingToken);
                await signal.WaitAsync(_pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops; what waits is stored.
        }
    }

    /// <summary>What waits is sent also while nothing new can be stored.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> passAsync, CancellationToken stoppingToken)
    {
        try
        {
            await passAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.PassFailed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Notifications could not be worked off; it is tried again")]
        public static partial void PassFailed(ILogger logger, Exception fault);
    }
}
