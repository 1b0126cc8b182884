namespace HomelabPortal.Checks.Running;

/// <summary>Begins what is due, once a second.</summary>
internal sealed partial class CheckWorker(CheckRunner runner, TimeProvider time, ILogger<CheckWorker> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private bool _isLoaded;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            do
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!_isLoaded)
                await runner.LoadAsync(stoppingToken);
            _isLoaded = true;
            await runner.TickAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Log.LookFailed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for due checks failed; it is tried again")]
        public static partial void LookFailed(ILogger logger, Exception fault);
    }
}
