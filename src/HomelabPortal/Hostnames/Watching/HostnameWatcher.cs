using System.Collections.Immutable;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>Draws the table at most once a second, when one of its sources changed or time alone may have changed it.</summary>
internal sealed partial class HostnameWatcher(HostnameSources sources, Live<HostnameState> live, TimeProvider time, ILogger<HostnameWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>Exposures run out without an event.</summary>
    private static readonly TimeSpan _redraw = TimeSpan.FromMinutes(1);

    private object? _drawnFrom;
    private long _drawnAt;

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
            if (!sources.AreRead)
                return;
            var stamp = sources.Stamp();
            if (stamp.Equals(_drawnFrom) && time.GetElapsedTime(_drawnAt) < _redraw)
                return;
            live.Publish(new HostnameState(Keep(HostnameTable.Of(sources.Read()), live.Current.Value), sources.Gaps));
            (_drawnFrom, _drawnAt) = (stamp, time.GetTimestamp());
        }
        catch (Exception fault)
        {
            // One odd object must not blind the table for good: the next change is looked at again.
            Log.DrawFailed(logger, fault);
            live.PublishFault("The table could not be drawn. The portal's log says why.");
        }
    }

    /// <summary>Rows that look the same keep their instance, so that tables do not draw them again.</summary>
    private static ImmutableArray<HostnameRow> Keep(ImmutableArray<HostnameRow> rows, HostnameState before)
    {
        var known = before.Rows.ToDictionary(row => row.Name);
        return [.. rows.Select(row => known.TryGetValue(row.Name, out var same) && same == row ? same : row)];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Drawing the table of hostnames failed")]
        public static partial void DrawFailed(ILogger logger, Exception fault);
    }
}
