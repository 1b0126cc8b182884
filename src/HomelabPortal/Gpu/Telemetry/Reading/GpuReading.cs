using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>One graphics card at an instant. What the card does not tell is null, never zero.</summary>
public sealed record GpuReading
{
    public required string Uuid { get; init; }

    public int Index { get; init; }

    public string Name { get; init; } = "GPU";

    public string? Driver { get; init; }

    public double? UtilizationPercent { get; init; }

    public double? MemoryTotalMiB { get; init; }

    public double? MemoryUsedMiB { get; init; }

    public double? MemoryFreeMiB { get; init; }

    /// <summary>What the driver keeps for itself; neither used nor free.</summary>
    public double? MemoryReservedMiB { get; init; }

    public double? TemperatureCelsius { get; init; }

    public double? PowerWatts { get; init; }

    public double? PowerLimitWatts { get; init; }

    public double? FanPercent { get; init; }

    public double? ClockMegahertz { get; init; }

    public double? ClockMaxMegahertz { get; init; }

    public double? MemoryClockMegahertz { get; init; }

    /// <summary><c>P0</c> for full speed to <c>P12</c> for rest.</summary>
    public string? PowerState { get; init; }

    /// <summary>Why the clocks are held down, in words; empty when they are not, null when that is not told.</summary>
    public ImmutableArray<string>? Throttling { get; init; }

    public double? MemoryShare => MemoryUsedMiB is { } used && MemoryTotalMiB is > 0 and var total ? used / total : null;
}
