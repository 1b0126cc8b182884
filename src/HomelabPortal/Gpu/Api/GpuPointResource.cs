using HomelabPortal.Gpu.Telemetry.History;

namespace HomelabPortal.Gpu.Api;

/// <summary>A card within one step; what was not measured is null.</summary>
/// <param name="At">When the step begins.</param>
internal sealed record GpuPointResource(DateTimeOffset At, GpuBandResource? UtilizationPercent, GpuBandResource? MemoryMiB, GpuBandResource? TemperatureCelsius, GpuBandResource? PowerWatts)
{
    private const double Mebi = 1 << 20;

    public static GpuPointResource Of(IReadOnlyList<GpuChart> charts, int index) => new(
        charts[0].Data.At(index), Band(charts, GpuSeries.Load, index, 1), Band(charts, GpuSeries.Memory, index, Mebi), Band(charts, GpuSeries.Heat, index, 1), Band(charts, GpuSeries.Power, index, 1));

    private static GpuBandResource? Band(IReadOnlyList<GpuChart> charts, GpuSeries series, int index, double factor) =>
        charts.Single(chart => chart.Series == series).Data.Points[index] is { } point ? new GpuBandResource(point.Mean / factor, point.Low / factor, point.High / factor) : null;
}
