using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Api;

/// <summary>A graphics card at an instant; what it does not tell is null. Memory is in MiB, power in watts, clocks in MHz.</summary>
/// <param name="Throttling">Why its clocks are held down.</param>
internal sealed record GpuCardResource(
    string Uuid, int Index, string Name, string? Driver, double? UtilizationPercent, double? MemoryTotal, double? MemoryUsed, double? MemoryFree,
    double? TemperatureCelsius, double? Power, double? PowerLimit, double? FanPercent, double? Clock, double? ClockMax, string? PowerState, IReadOnlyList<string> Throttling)
{
    public static GpuCardResource Of(GpuReading card) => new(
        card.Uuid, card.Index, card.Name, card.Driver, card.UtilizationPercent, card.MemoryTotalMiB, card.MemoryUsedMiB, card.MemoryFreeMiB,
        card.TemperatureCelsius, card.PowerWatts, card.PowerLimitWatts, card.FanPercent, card.ClockMegahertz, card.ClockMaxMegahertz, card.PowerState, [.. card.Throttling]);
}
