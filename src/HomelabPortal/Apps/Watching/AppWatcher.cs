using HomelabPortal.Platform;

namespace HomelabPortal.Apps.Watching;

/// <summary>Discovers the apps at most once a second, when one of their sources changed.</summary>
internal sealed partial class AppWatcher(AppSources sources, Live<AppState> live, TimeProvider time, ILogger<AppWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private object? _readFrom;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        try
        {
            do
                Look();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private void Look()
    {
        try
        {
            var stamp = sources.Stamp();
            if (!sources.AreRead || stamp.Equals(_readFrom))
                return;
            var state = sources.Read();
            // Checks are asked all the time, and mostly find what they found before.
            if (!live.Current.IsCurrent || !state.Equals(live.Current.Value))
                live.Publish(state);
            _readFrom = stamp;
        }
        catch (Exception fault)
        {
            // One odd object must not empty the start page: the next change is looked at again.
            Log.DiscoveryFailed(logger, fault);
            live.PublishFault("The apps could not be discovered. The portal's log says why.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Discovering apps failed")]
        public static partial void DiscoveryFailed(ILogger logger, Exception fault);
    }
}
