using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Lab;

namespace HomelabPortal.Tests.Gpu;

/// <summary>A machine with one card, so that a test names only what it is about.</summary>
internal static class Cards
{
    public const string Host = "gpu";
    public const string Uuid = "GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a";
    public const double TotalMiB = 24_576;

    public static GpuReading Card(double used = 8_192) => new()
    {
        Uuid = Uuid, Name = "RTX 3090", Driver = "580.95.05", UtilizationPercent = 42, MemoryTotalMiB = TotalMiB, MemoryUsedMiB = used, MemoryFreeMiB = TotalMiB - used,
        TemperatureCelsius = 61, PowerWatts = 211, PowerLimitWatts = 350, FanPercent = 37, ClockMegahertz = 1695, ClockMaxMegahertz = 2100, MemoryClockMegahertz = 9501, PowerState = "P2", Throttling = [],
    };

    public static GpuHostState Measured(DateTimeOffset at, params GpuReading[] cards) => GpuHostState.Unknown(Host) with
    {
        Facts = Facts(), Source = GpuSource.Probe, Cards = [.. cards], SeesProcesses = true, AsOf = at,
    };

    public static HostFacts Facts(GpuAttachmentMode attachment = GpuAttachmentMode.Cdi) =>
        new("28.5.2", "1.51", "Debian 13", "6.12", "x86_64", 16, 64L << 30, attachment, false, [], null, []);
}
