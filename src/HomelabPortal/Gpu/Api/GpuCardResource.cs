using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Api;

/// <summary>A graphics card at an instant; what it does not tell is null. Memory is in MiB, power in watts, clocks in MHz.</summary>
/// <param name="MemoryReserved">What the driver keeps for itself.</param>
/// <param name="PowerState">P0 for full speed to P12 for rest.</param>
/// <param name="Throttling">Why its clocks are held down; empty when they are not, null when that is not told.</param>
internal sealed record GpuCardResource(
    string Uuid, int Index, string Name, string? Driver, double? UtilizationPercent, double? MemoryTotal, double? MemoryUsed, double? MemoryFree, double? MemoryReserved,
    double? TemperatureCelsius, double? Power, double? PowerLimit, double? FanPercent, double? Clock, double? ClockMax, double? MemoryClock, string? PowerState, IReadOnlyList<string>? Throttling)
{
    public static GpuCardResource Of(GpuReading card) => new(
        card.Uuid, card.Index, card.Name, card.Driver, card.UtilizationPercent, card.MemoryTotalMiB, card.MemoryUsedMiB, card.MemoryFreeMiB, card.MemoryReservedMiB,
        card.TemperatureCelsius, card.PowerWatts, card.PowerLimitWatts, card.FanPercent, card.ClockMegahertz, card.ClockMaxMegahertz, card.MemoryClockMegahertz, card.PowerState,
        card.Throttling is { } reasons ? [.. reasons] : null);
}
