using System.Collections.Immutable;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Following;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Trace.Watching;

/// <summary>Traces every known hostname when a source changed, and remembers when each last got through. It never takes more than a twentieth of one processor.</summary>
internal sealed partial class TraceWatcher(TraceSources sources, Live<HostnameState> names, Live<TraceState> live, TimeProvider time, ILogger<TraceWatcher> logger) : BackgroundService
{
    private const int RestFor = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>A pod that starts becomes one that does not, without an event.</summary>
    private static readonly TimeSpan _redraw = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (DateTimeOffset At, TraceReport Report)> _good = [];
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
            var stamp = (sources.Stamp(), names.Current.Value);
            if (!sources.AreRead || (stamp.Equals(_drawnFrom) && time.GetElapsedTime(_drawnAt) < _redraw))
                return;
            Draw();
            (_drawnFrom, _drawnAt) = (stamp, time.GetTimestamp());
        }
        catch (Exception fault)
        {
            // One odd object must not end all traces for good: the next change is looked at again.
            Log.TraceFailed(logger, fault);
            live.PublishFault("Traces could not be made. The portal's log says why.");
        }
    }

    private void Draw()
    {
        var scene = new TraceScene(sources.Read());
        var before = live.Current.Value;
        var traced = names.Current.Value.Rows.Where(row => !row.IsWildcard).ToImmutableDictionary(row => row.Name, row => Trace(row.Name, scene, before));
        foreach (var gone in _good.Keys.Except(traced.Keys).ToList())
            _good.Remove(gone);
        // Pages are drawn anew only when a trace says something else.
        if (!live.Current.IsCurrent || traced.Count != before.Names.Count || traced.Any(name => !ReferenceEquals(name.Value, before.Find(name.Key))))
            live.Publish(new TraceState(traced));
    }

    private TracedName Trace(string host, TraceScene scene, TraceState before)
    {
        var report = Tracer.Of(host, scene);
        if (report.Verdict <= TraceVerdict.Degraded)
            _good[host] = (scene.Now, report);
        var last = report.Verdict > TraceVerdict.Degraded && _good.TryGetValue(host, out var good) ? new LastGood(good.At, TraceChanges.Between(good.Report, report)) : null;
        var traced = new TracedName(report, last);
        return before.Find(host) is { } same && same == traced ? same : traced;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Tracing the hostnames failed")]
        public static partial void TraceFailed(ILogger logger, Exception fault);
    }
}
