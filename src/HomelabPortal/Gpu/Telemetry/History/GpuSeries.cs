using System.Collections.Immutable;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Gpu.Telemetry.History;

/// <summary>One figure of a card whose history is kept. Each is a series of its own, since a card may tell one and not another.</summary>
/// <param name="Kind">As the stored series is called.</param>
/// <param name="Factor">How much of the chart's unit one of the card's is.</param>
/// <param name="Line">What the ceiling is called; null where there is none to draw.</param>
internal sealed record GpuSeries(
    string Kind, string Title, ChartUnit Unit, double Factor, string? Line, Func<GpuReading, double?> Value, Func<GpuReading, double?> Ceiling)
{
    private const double Mebi = 1 << 20;

    public static GpuSeries Load { get; } = new("GpuLoad", "Load", ChartUnit.Percent, 1, null, card => card.UtilizationPercent, _ => null) { KeepsBand = true };

    public static GpuSeries Memory { get; } = new("GpuMemory", "Video memory", ChartUnit.Bytes, Mebi, "All of it", card => card.MemoryUsedMiB, card => card.MemoryTotalMiB);

    public static GpuSeries Heat { get; } = new("GpuHeat", "Temperature", ChartUnit.Celsius, 1, null, card => card.TemperatureCelsius, _ => null);

    public static GpuSeries Power { get; } = new("GpuPower", "Power", ChartUnit.Watts, 1, "Limit", card => card.PowerWatts, card => card.PowerLimitWatts);

    public static ImmutableArray<GpuSeries> All { get; } = [Load, Memory, Heat, Power];

    /// <summary>Whether a minute keeps its least and its most: short work is nearly nothing in the mean of a minute.</summary>
    public bool KeepsBand { get; private init; }

    /// <summary>Under which the metrics store keeps it: the host stands where a namespace does, the card where a name does.</summary>
    public MetricSubject Of(string host, string card) => new(Kind, host, card);
}
