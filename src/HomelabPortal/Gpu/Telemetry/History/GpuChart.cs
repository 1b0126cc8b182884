using HomelabPortal.Cluster.Metrics.Packing;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Gpu.Telemetry.History;

/// <summary>The history of one figure as a chart draws it.</summary>
internal sealed record GpuChart(GpuSeries Series, ChartData Data, IReadOnlyList<ChartLine> Lines)
{
    public bool IsEmpty => Data.FirstKnown is null;

    public static GpuChart Of(GpuSeries series, MetricHistory history) => new(
        series,
        new ChartData(history.From, history.Step, [.. history.Points.Select(point => point is { } there ? Point(there.Cpu, series) : (ChartPoint?)null)]),
        Ceiling(series, history) is { Latest: not null } line ? [line] : []);

    private static ChartPoint Point(Band band, GpuSeries series) => new(Amount(band.Low, series), Amount(band.Mean, series), Amount(band.High, series));

    private static ChartLine? Ceiling(GpuSeries series, MetricHistory history) => series.Line is null
        ? null
        : new ChartLine(series.Line, "limit", [.. history.Points.Select(point => point is { Levels.CpuCeiling: > 0 and var level } ? Amount(level, series) : (double?)null)]);

    private static double Amount(uint units, GpuSeries series) => MetricUnits.Cores(units) * series.Factor;
}
