using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Metrics.Sampling;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Telemetry.History;

/// <summary>Puts what was measured of cards into the history that nodes and workloads are kept in, and reads it there.</summary>
internal sealed class GpuHistory(MetricsMemory memory, MetricsReader reader, IOptions<MetricsOptions> options, TimeProvider time)
{
    private const int Minutes = 60;

    /// <summary>The ranges there is anything to show of: those that the portal keeps itself.</summary>
    public IReadOnlyList<MetricRange> Ranges { get; } = [.. reader.RangesOf(isRemembered: false).Where(range => !range.IsLonger)];

    /// <summary>Only what is new: a measurement that failed leaves a gap.</summary>
    public void Record(GpuHostState before, GpuHostState now)
    {
        if (now.Fault is not null || now.AsOf is not { } at || at == before.AsOf)
            return;
        memory.Measure(at, now.Cards.SelectMany(card => GpuSeries.All
            .Where(series => series.Value(card) is not null)
            .Select(series => new Measured(
                series.Of(now.Host, card.Uuid), new Usage(series.Value(card) ?? 0, 0), Levels.Of(default, new Usage(series.Ceiling(card) ?? 0, 0)), IsKept: true, KeepsBand: series.KeepsBand))), options.Value.MostKept);
    }

    /// <summary>The last hour, a point a minute, null where nothing was measured.</summary>
    public IReadOnlyList<double?> LastHour(string host, string card, GpuSeries series)
    {
        var first = MetricTime.MinuteOf(time.GetUtcNow()) - Minutes + 1;
        var points = new double?[Minutes];
        foreach (var (minute, point) in memory.Read(series.Of(host, card), first).Where(entry => entry.Key < first + Minutes))
            points[minute - first] = ValueOf(point, series);
        return points;
    }

    /// <exception cref="OperationCanceledException">The reader left.</exception>
    public ValueTask<MetricHistory> ReadAsync(string host, string card, GpuSeries series, MetricRange range, CancellationToken cancellationToken) =>
        reader.ReadAsync(series.Of(host, card), range, cancellationToken);

    /// <summary>Minute by minute, as far back as minutes are kept.</summary>
    public ValueTask<MetricHistory> ReadMinutesAsync(string host, string card, GpuSeries series, TimeSpan length, CancellationToken cancellationToken) =>
        reader.ReadAsync(series.Of(host, card), length, TimeSpan.FromMinutes(1), cancellationToken);

    /// <summary>The most of a minute, where that is kept.</summary>
    public static double HighestOf(StoredPoint point, GpuSeries series) => MetricUnits.Cores(point.Cpu.High) * series.Factor;

    public static double ValueOf(StoredPoint point, GpuSeries series) => MetricUnits.Cores(point.Cpu.Mean) * series.Factor;
}
