using HomelabPortal.Cluster.Metrics.Packing;

namespace HomelabPortal.Cluster.Metrics.Sampling;

/// <summary>One series in memory: its latest minutes, and the minute that is being measured.</summary>
internal sealed class SeriesMemory(bool isKept)
{
    /// <summary>Longer than the open hour, so that an hour is in the database before its minutes leave memory.</summary>
    public const int KeptMinutes = 120;

    /// <summary>For pods that their workload stands for.</summary>
    public const int RememberedMinutes = 60;

    private (double Cpu, double Memory, int Count) _sum;
    private (double Low, double High)? _band;
    private Levels _levels = Levels.None;

    public bool IsKept { get; } = isKept;

    /// <summary>How many of the latest minutes are not in the database yet.</summary>
    public int Unwritten { get; set; }

    public MinuteRing Minutes { get; } = new(isKept ? KeptMinutes : RememberedMinutes);

    public bool IsMeasuring => _sum.Count > 0;

    /// <summary>The mean of what was measured so far in this minute, with the least and the most where these are kept; null while nothing was.</summary>
    public StoredPoint? Open => _sum.Count == 0
        ? null
        : new StoredPoint(OpenBand(MetricUnits.Cpu(_sum.Cpu / _sum.Count)), Band.Of(MetricUnits.Memory(_sum.Memory / _sum.Count)), _levels);

    public void Measure(Measured one)
    {
        var (used, levels) = (one.Used, one.Levels);
        _sum = (_sum.Cpu + used.Cpu, _sum.Memory + used.Memory, _sum.Count + 1);
        if (one.KeepsBand)
            _band = _band is { } band ? (Math.Min(band.Low, used.Cpu), Math.Max(band.High, used.Cpu)) : (used.Cpu, used.Cpu);
        // One instance for all the minutes in which nothing changed.
        _levels = levels == _levels ? _levels : levels;
    }

    /// <summary>The minute is over. One in which nothing was measured leaves no trace: it is a gap.</summary>
    public void Close(long minute)
    {
        if (Open is not { } point)
            return;
        Minutes.Add(minute, point.Cpu, point.Memory.Mean, point.Levels);
        Unwritten = Math.Min(Unwritten + 1, Minutes.Count);
        (_sum, _band) = (default, null);
    }

    private Band OpenBand(uint mean) => _band is { } band ? new Band(Math.Min(MetricUnits.Cpu(band.Low), mean), mean, Math.Max(MetricUnits.Cpu(band.High), mean)) : Band.Of(mean);
}
