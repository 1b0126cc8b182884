using System.Collections.Immutable;
using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>The last hour of everything, for all viewers. One recorder writes, and readers take a copy under a short lock.</summary>
internal sealed class MetricsMemory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MetricSubject, SeriesMemory> _series = [];
    private long _minute;

    /// <param name="mostKept">How many series may go to the database; further ones are remembered only.</param>
    public void Measure(DateTimeOffset now, IEnumerable<Measured> measured, int mostKept)
    {
        lock (_gate)
        {
            Roll(MetricTime.MinuteOf(now));
            var kept = _series.Values.Count(series => series.IsKept);
            foreach (var one in measured)
            {
                if (!_series.TryGetValue(one.Subject, out var series))
                {
                    series = _series[one.Subject] = new SeriesMemory(one.IsKept && kept < mostKept);
                    kept += series.IsKept ? 1 : 0;
                }

                series.Measure(one);
            }
        }
    }

    /// <summary>Closes the open minute when the clock shows another one.</summary>
    public void Tick(DateTimeOffset now)
    {
        lock (_gate)
            Roll(MetricTime.MinuteOf(now));
    }

    /// <summary>Closes the open minute, however much of it is over.</summary>
    public void Close()
    {
        lock (_gate)
            Roll(_minute + 1);
    }

    /// <summary>Gives a series back the minutes that were stored before the portal was started anew.</summary>
    public void Restore(MetricSubject subject, IEnumerable<(long Minute, StoredPoint Point)> minutes)
    {
        lock (_gate)
        {
            var series = _series[subject] = new SeriesMemory(isKept: true);
            foreach (var (minute, point) in minutes.OrderBy(entry => entry.Minute))
                series.Minutes.Add(minute, point.Cpu, point.Memory.Mean, point.Levels);
        }
    }

    /// <summary>What is to be written now: the subjects that still need an id, and each series' new minutes.</summary>
    public IReadOnlyList<UnwrittenSeries> Unwritten()
    {
        lock (_gate)
        {
            return [.. _series.Where(entry => entry.Value.Unwritten > 0 && entry.Value.IsKept)
                .Select(entry => new UnwrittenSeries(entry.Key, entry.Value, [.. entry.Value.Minutes.Latest(entry.Value.Unwritten)]))];
        }
    }

    /// <summary>True when the database lacks nothing.</summary>
    public bool IsWritten
    {
        get
        {
            lock (_gate)
                return !_series.Values.Any(series => series is { IsKept: true, Unwritten: > 0 });
        }
    }

    public IReadOnlySet<MetricSubject> Subjects()
    {
        lock (_gate)
            return _series.Keys.ToHashSet();
    }

    /// <summary>They are in the database.</summary>
    public void Written(IEnumerable<UnwrittenSeries> written)
    {
        lock (_gate)
        {
            foreach (var series in written)
                series.Series.Unwritten -= Math.Min(series.Minutes.Count, series.Series.Unwritten);
        }
    }

    /// <summary>The minutes from one on that are in memory, by minute; the open one as far as it is measured.</summary>
    public SortedDictionary<long, StoredPoint> Read(MetricSubject subject, long fromMinute)
    {
        var minutes = new SortedDictionary<long, StoredPoint>();
        lock (_gate)
        {
            if (!_series.TryGetValue(subject, out var series))
                return minutes;
            foreach (var (minute, point) in series.Minutes.Latest(series.Minutes.Count).Where(entry => entry.Minute >= fromMinute))
                minutes[minute] = point;
            if (series.Open is { } open && _minute >= fromMinute)
                minutes[_minute] = open;
        }

        return minutes;
    }

    /// <summary>What every subject of one kind used in the last minutes, oldest first.</summary>
    public ImmutableDictionary<string, ImmutableArray<Usage?>> Trails(string kind, int minutes)
    {
        lock (_gate)
        {
            return _series.Where(entry => entry.Key.Kind == kind)
                .ToImmutableDictionary(entry => entry.Key.Name, entry => Trail(entry.Value, minutes));
        }
    }

    /// <summary>Drops what was not measured for so long that nothing of it is in memory that the database lacks.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            foreach (var (subject, series) in _series.ToList())
            {
                var gone = series.Minutes.Last is { } last && Math.Abs(_minute - last) > SeriesMemory.KeptMinutes;
                if (gone && !series.IsMeasuring && series.Unwritten == 0)
                    _series.Remove(subject);
            }
        }
    }

    private ImmutableArray<Usage?> Trail(SeriesMemory series, int minutes)
    {
        var trail = new Usage?[minutes];
        foreach (var (minute, point) in series.Minutes.Latest(series.Minutes.Count))
        {
            if (minute - (_minute - minutes) is >= 0 and var at && at < minutes)
                trail[at] = new Usage(MetricUnits.Cores(point.Cpu.Mean), (long)MetricUnits.Bytes(point.Memory.Mean));
        }

        return [.. trail];
    }

    private void Roll(long minute)
    {
        if (minute == _minute)
            return;
        foreach (var series in _series.Values)
            series.Close(_minute);
        _minute = minute;
    }
}
