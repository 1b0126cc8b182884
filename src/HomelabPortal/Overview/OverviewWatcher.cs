using HomelabPortal.Overview.Problems;
using HomelabPortal.Platform;

namespace HomelabPortal.Overview;

/// <summary>Works out the overview at most once a second, and only when a room has published anew or time alone may have changed it.</summary>
internal sealed partial class OverviewWatcher(LabSources sources, Live<OverviewState> overview, TimeProvider time, ILogger<OverviewWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>Certificates end and pods stay pending without a word from anybody.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);
    private LabScene? _seen;
    private OverviewState? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                Look();
                await Task.Delay(_pause, time, stoppingToken);
            }
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
            if (sources.Cluster.IsLoading)
                return;
            var scene = sources.Take();
            if (scene.HasSameParts(_seen) && scene.Now - _seen!.Now < _longest && overview.Current.IsCurrent)
                return;
            _seen = scene;
            var state = OverviewState.Of(scene);
            if (state.Equals(_last) && overview.Current.IsCurrent)
                return;
            _last = state;
            overview.Publish(state);
        }
        catch (Exception fault)
        {
            // One odd object must not blind the home page for good: the next change is looked at again.
            Log.LookFailed(logger, fault);
            overview.PublishFault("The overview could not be worked out. The log has the details.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Working out the overview failed")]
        public static partial void LookFailed(ILogger logger, Exception fault);
    }
}
