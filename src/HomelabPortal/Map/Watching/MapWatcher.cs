using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Map.Watching;

/// <summary>Draws the map anew when a source changed. It never takes more than a twentieth of one processor.</summary>
internal sealed partial class MapWatcher(MapSources sources, Live<MapState> live, TimeProvider time, ILogger<MapWatcher> logger) : BackgroundService
{
    private const int RestFor = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>A pod that starts becomes one that does not, without an event.</summary>
    private static readonly TimeSpan _redraw = TimeSpan.FromSeconds(30);

    private object? _drawnFrom;
    private long _drawnAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var began = time.GetTimestamp();
                Look();
                var rest = time.GetElapsedTime(began) * RestFor;
                await Task.Delay(rest > _pause ? rest : _pause, time, stoppingToken);
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
            var stamp = sources.Stamp();
            if (!sources.AreRead || (stamp.Equals(_drawnFrom) && time.GetElapsedTime(_drawnAt) < _redraw))
                return;
            (_drawnFrom, _drawnAt) = (stamp, time.GetTimestamp());
            var map = MapReader.Of(sources.Read());
            // Pages are drawn anew only when the map looks different.
            if (!live.Current.IsCurrent || map != live.Current.Value)
                live.Publish(map);
        }
        catch (Exception fault)
        {
            // One odd object must not take the map away for good: the next change is looked at again.
            Log.MapFailed(logger, fault);
            live.PublishFault("The map could not be drawn. The portal's log says why.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Drawing the map failed")]
        public static partial void MapFailed(ILogger logger, Exception fault);
    }
}
