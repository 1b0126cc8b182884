using System.Globalization;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Gpu.Telemetry.Exporting;

/// <summary>
/// Cards and processes from the metrics of an exporter.
/// <list type="table">
/// <item><term>nvidia_gpu_exporter</term><description>names begin with <c>nvidia_smi_</c>; bytes, hertz and shares of 1; UUIDs without their prefix</description></item>
/// <item><term>DCGM exporter</term><description>names begin with <c>DCGM_FI_DEV_</c>; MiB, MHz and percent; it knows used and free, not the whole; a card that is split into instances has one line for each, told apart by <c>GPU_I_ID</c></description></item>
/// </list>
/// </summary>
internal static class ExporterReadings
{
    private const double Mebi = 1 << 20;
    private const double Mega = 1e6;
    private const string Smi = "nvidia_smi_";
    private const string Dcgm = "DCGM_FI_DEV_";
    private const string Instance = "GPU_I_ID";

    private static readonly (string Name, ulong Bit)[] _reasons =
        [("sw_power_cap", 0x4), ("hw_slowdown", 0x8), ("sw_thermal_slowdown", 0x20), ("hw_thermal_slowdown", 0x40), ("hw_power_brake_slowdown", 0x80)];

    public static IReadOnlyList<GpuReading> OfCards(IReadOnlyList<MetricSample> samples) => [.. OfSmi(samples), .. OfDcgm(samples)];

    public static IReadOnlyList<ComputeProcess> OfProcesses(IReadOnlyList<MetricSample> samples) =>
        [.. samples.Where(sample => sample.Name == Smi + "compute_app_used_memory_bytes").Select(Process).OfType<ComputeProcess>()];

    private static ComputeProcess? Process(MetricSample sample) =>
        sample.Label("uuid") is { } card && int.TryParse(sample.Label("pid"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new ComputeProcess(WithPrefix(card), id, sample.Label("process_name") ?? "unknown", sample.Value / Mebi)
            : null;

    private static IEnumerable<GpuReading> OfSmi(IReadOnlyList<MetricSample> samples)
    {
        foreach (var info in samples.Where(sample => sample.Name == Smi + "gpu_info"))
        {
            if (info.Label("uuid") is not { } uuid)
                continue;
            var values = Values(samples, Smi, sample => sample.Label("uuid") == uuid);
            yield return new GpuReading
            {
                Uuid = WithPrefix(uuid),
                Index = int.TryParse(info.Label("index"), out var index) ? index : 0,
                Name = info.Label("name") ?? "GPU",
                Driver = info.Label("driver_version"),
                UtilizationPercent = Of("utilization_gpu_ratio") * 100,
                MemoryTotalMiB = Of("memory_total_bytes") / Mebi,
                MemoryUsedMiB = Of("memory_used_bytes") / Mebi,
                MemoryFreeMiB = Of("memory_free_bytes") / Mebi,
                MemoryReservedMiB = Of("memory_reserved_bytes") / Mebi,
                TemperatureCelsius = Of("temperature_gpu"),
                PowerWatts = Of("power_draw_watts"),
                PowerLimitWatts = Of("enforced_power_limit_watts"),
                FanPercent = Of("fan_speed_ratio") * 100,
                ClockMegahertz = Of("clocks_current_graphics_clock_hz") / Mega,
                MemoryClockMegahertz = Of("clocks_current_memory_clock_hz") / Mega,
                ClockMaxMegahertz = Of("clocks_max_graphics_clock_hz") / Mega,
                PowerState = Of("pstate") is { } state ? $"P{state:0}" : null,
                Throttling = ThrottleReasons.Of(BitsOf(Of)),
            };

            double? Of(string name) => values.TryGetValue(name, out var value) ? value : null;
        }
    }

    private static IEnumerable<GpuReading> OfDcgm(IReadOnlyList<MetricSample> samples)
    {
        foreach (var card in samples.Where(sample => sample.Name.StartsWith(Dcgm, StringComparison.Ordinal)).GroupBy(sample => sample.Label("UUID") ?? "").Where(card => card.Key.Length > 0))
        {
            // What is measured of the card as a whole has a line without an instance, or the same in each.
            var values = Values(card.OrderBy(sample => sample.Label(Instance) is { Length: > 0 }), Dcgm, _ => true);
            var first = card.First();
            var (used, free) = (Whole(card, "FB_USED"), Whole(card, "FB_FREE"));
            var isSplit = card.Any(sample => sample.Label(Instance) is { Length: > 0 });
            yield return new GpuReading
            {
                Uuid = WithPrefix(card.Key),
                Index = int.TryParse(first.Label("gpu"), out var index) ? index : 0,
                Name = first.Label("modelName") ?? "GPU",
                Driver = first.Label("DCGM_FI_DRIVER_VERSION"),
                // That of one instance says nothing of the others.
                UtilizationPercent = isSplit ? OfCard(card, "GPU_UTIL") : Of("GPU_UTIL"),
                MemoryTotalMiB = used + free,
                MemoryUsedMiB = used,
                MemoryFreeMiB = free,
                TemperatureCelsius = Of("GPU_TEMP"),
                PowerWatts = Of("POWER_USAGE"),
                ClockMegahertz = Of("SM_CLOCK"),
                MemoryClockMegahertz = Of("MEM_CLOCK"),
                Throttling = ThrottleReasons.Of((Of("CLOCKS_EVENT_REASONS") ?? Of("CLOCK_THROTTLE_REASONS")) is >= 0 and < ulong.MaxValue and var bits ? (ulong)bits : null),
            };

            double? Of(string name) => values.TryGetValue(name, out var value) ? value : null;
        }
    }

    /// <summary>Of a card, whether it is told for all of it or for each of its instances; null when it is not told.</summary>
    private static double? Whole(IEnumerable<MetricSample> card, string name)
    {
        var parts = card.Where(sample => sample.Name == Dcgm + name && sample.Label(Instance) is { Length: > 0 }).DistinctBy(sample => sample.Label(Instance)).ToList();
        return OfCard(card, name) ?? (parts.Count > 0 ? parts.Sum(part => part.Value) : null);
    }

    private static double? OfCard(IEnumerable<MetricSample> card, string name) =>
        card.FirstOrDefault(sample => sample.Name == Dcgm + name && string.IsNullOrEmpty(sample.Label(Instance)))?.Value;

    /// <summary>The reasons that are told one by one, as the driver's own bits; null when none is told.</summary>
    private static ulong? BitsOf(Func<string, double?> value)
    {
        var told = _reasons.Select(reason => (reason.Bit, Value: value("clocks_event_reasons_" + reason.Name))).Where(reason => reason.Value is not null).ToList();
        return told.Count == 0 ? null : told.Aggregate(0UL, (bits, reason) => reason.Value > 0 ? bits | reason.Bit : bits);
    }

    private static Dictionary<string, double> Values(IEnumerable<MetricSample> samples, string prefix, Func<MetricSample, bool> isOfCard) =>
        samples.Where(sample => sample.Name.StartsWith(prefix, StringComparison.Ordinal) && isOfCard(sample)).GroupBy(sample => sample.Name[prefix.Length..]).ToDictionary(group => group.Key, group => group.First().Value);

    private static string WithPrefix(string uuid) => uuid.StartsWith("GPU-", StringComparison.Ordinal) || uuid.StartsWith("MIG-", StringComparison.Ordinal) ? uuid : "GPU-" + uuid;
}
