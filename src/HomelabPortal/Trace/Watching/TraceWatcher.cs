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
internal sealed partial class TraceWatcher(
    TraceSources sources, Live<HostnameState> names, Live<TraceState> live, PassedBook book, TimeProvider time, ILogger<TraceWatcher> logger) : BackgroundService
{
    private const int RestFor = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>A pod that starts becomes one that does not, without an event.</summary>
    private static readonly TimeSpan _redraw = TimeSpan.FromSeconds(30);

    /// <summary>A portal that is killed forgets no more than this.</summary>
    private static readonly TimeSpan _keepEvery = TimeSpan.FromMinutes(15);

    /// <summary>A name that is not there now may only be out of sight.</summary>
    private static readonly TimeSpan _forgetAfter = TimeSpan.FromDays(30);

    private Dictionary<string, PassedTrace> _passed = [];
    private object? _drawnFrom;
    private long _drawnAt;
    private long? _keptAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RememberAsync(stoppingToken);
            while (true)
            {
                var began = time.GetTimestamp();
                Look();
                if (_keptAt is not { } kept || time.GetElapsedTime(kept) >= _keepEvery)
                    await KeepAsync(stoppingToken);
                var rest = time.GetElapsedTime(began) * RestFor;
                await Task.Delay(rest > _pause ? rest : _pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_drawnFrom is not null)
            await KeepAsync(cancellationToken);
    }

    private async Task RememberAsync(CancellationToken cancellationToken)
    {
        try
        {
            _passed = await book.ReadAsync(cancellationToken);
            _keptAt = time.GetTimestamp();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.KeepFailed(logger, fault);
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await book.WriteAsync(_passed, cancellationToken);
            _keptAt = time.GetTimestamp();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The traces themselves are not worse for it; the next time may find the disk well again.
            _keptAt = time.GetTimestamp();
            Log.KeepFailed(logger, fault);
        }
    }

    private void Look()
    {
        try
        {
            var known = names.Current;
            var stamp = (sources.Stamp(), known.Value);
            if (!sources.AreRead || known.AsOf is null || (stamp.Equals(_drawnFrom) && time.GetElapsedTime(_drawnAt) < _redraw))
                return;
            Draw(known.Value);
            (_drawnFrom, _drawnAt) = (stamp, time.GetTimestamp());
        }
        catch (Exception fault)
        {
            // One odd object must not end all traces for good: the next change is looked at again.
            Log.TraceFailed(logger, fault);
            live.PublishFault("Traces could not be made. The portal's log says why.");
        }
    }

    private void Draw(HostnameState known)
    {
        var scene = new TraceScene(sources.Read());
        var before = live.Current.Value;
        var traced = known.Rows.Where(row => !row.IsWildcard).ToImmutableDictionary(row => row.Name, row => Trace(row.Name, scene, before));
        foreach (var (old, _) in _passed.Where(name => name.Value.At < scene.Now - _forgetAfter).ToList())
            _passed.Remove(old);
        var isWhole = known.Gaps.Count == 0;
        // Pages are drawn anew only when a trace says something else.
        if (!live.Current.IsCurrent || isWhole != before.IsWhole || traced.Count != before.Names.Count || traced.Any(name => !ReferenceEquals(name.Value, before.Find(name.Key))))
            live.Publish(new TraceState(traced) { IsWhole = isWhole });
    }

    private TracedName Trace(string host, TraceScene scene, TraceState before)
    {
        var report = Tracer.Of(host, scene);
        LastGood? last = null;
        if (report.Verdict <= TraceVerdict.Degraded)
            _passed[host] = PassedTrace.Of(scene.Now, report);
        else if (_passed.TryGetValue(host, out var passed))
        {
            // What was seen last is worth most when something has just broken.
            _keptAt = before.Find(host)?.Report.Verdict <= TraceVerdict.Degraded ? null : _keptAt;
            last = new LastGood(passed.At, TraceChanges.Between(passed.Stations, PassedTrace.StationsOf(report)));
        }

        var traced = new TracedName(report, last);
        return before.Find(host) is { } same && same == traced ? same : traced;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Tracing the hostnames failed")]
        public static partial void TraceFailed(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "When hostnames last got through could not be read or stored")]
        public static partial void KeepFailed(ILogger logger, Exception fault);
    }
}
