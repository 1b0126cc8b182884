using System.Globalization;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What nvidia-smi knows of a card. A GeForce has no sensor in its memory and counts no errors.</summary>
internal static class GpuFields
{
    /// <summary>Names that can be asked for, with the unit the header gives; the first are of cards, the last of processes.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["index"] = "", ["uuid"] = "", ["name"] = "", ["driver_version"] = "", ["pci.bus_id"] = "", ["pstate"] = "", ["temperature.gpu"] = "", ["temperature.memory"] = "",
        ["fan.speed"] = "%", ["utilization.gpu"] = "%", ["utilization.memory"] = "%", ["utilization.encoder"] = "%", ["utilization.decoder"] = "%",
        ["memory.total"] = "MiB", ["memory.reserved"] = "MiB", ["memory.used"] = "MiB", ["memory.free"] = "MiB",
        ["power.draw"] = "W", ["enforced.power.limit"] = "W", ["power.limit"] = "W", ["power.max_limit"] = "W",
        ["clocks.current.graphics"] = "MHz", ["clocks.current.memory"] = "MHz", ["clocks.max.graphics"] = "MHz", ["clocks_event_reasons.active"] = "",
        ["pcie.link.gen.current"] = "", ["pcie.link.width.current"] = "", ["compute_mode"] = "", ["persistence_mode"] = "", ["compute_cap"] = "",
        ["gpu_uuid"] = "", ["gpu_name"] = "", ["pid"] = "", ["process_name"] = "", ["used_memory"] = "MiB", ["used_gpu_memory"] = "MiB",
    };

    public static IReadOnlyDictionary<string, GpuField> Of(DockerState host, SimulatedGpu gpu, int index)
    {
        var used = host.UsedGpuMemory(gpu);
        var isBusy = gpu.UtilizationPercent > 0;
        return new Dictionary<string, GpuField>
        {
            ["index"] = new(Text(index)), ["uuid"] = new(gpu.Uuid), ["name"] = new(gpu.Name), ["driver_version"] = new(gpu.DriverVersion),
            ["pci.bus_id"] = new($"00000000:{index + 1:X2}:00.0"), ["pstate"] = new(isBusy ? "P2" : "P8"), ["temperature.gpu"] = new(Text(gpu.TemperatureCelsius)), ["temperature.memory"] = new("N/A"),
            ["fan.speed"] = new(Text(gpu.FanPercent), "%"), ["utilization.gpu"] = new(Text(gpu.UtilizationPercent), "%"), ["utilization.memory"] = new(Text(gpu.UtilizationPercent / 3), "%"),
            ["utilization.encoder"] = new("0", "%"), ["utilization.decoder"] = new("0", "%"),
            ["memory.total"] = new(Text(gpu.MemoryMiB), "MiB"), ["memory.reserved"] = new(Text(gpu.ReservedMiB), "MiB"), ["memory.used"] = new(Text(used), "MiB"),
            ["memory.free"] = new(Text(gpu.MemoryMiB - gpu.ReservedMiB - used), "MiB"),
            ["power.draw"] = new(gpu.PowerWatts.ToString("0.00", CultureInfo.InvariantCulture), "W"), ["enforced.power.limit"] = new($"{gpu.PowerLimitWatts}.00", "W"),
            ["power.limit"] = new($"{gpu.PowerLimitWatts}.00", "W"), ["power.max_limit"] = new("390.00", "W"),
            ["clocks.current.graphics"] = new(isBusy ? "1695" : "210", "MHz"), ["clocks.current.memory"] = new(isBusy ? "9501" : "405", "MHz"), ["clocks.max.graphics"] = new("2100", "MHz"),
            ["clocks_event_reasons.active"] = new($"0x{(isBusy ? gpu.ThrottleReasons : 1):X16}"), ["pcie.link.gen.current"] = new(isBusy ? "4" : "1"), ["pcie.link.width.current"] = new("16"),
            ["compute_mode"] = new("Default"), ["persistence_mode"] = new("Enabled"), ["compute_cap"] = new("8.6"),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
