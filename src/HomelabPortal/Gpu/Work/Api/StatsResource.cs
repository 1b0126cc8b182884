using HomelabPortal.Gpu.Work.Stats;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What a container uses, measured over one second.</summary>
/// <param name="IsRunning">False leaves all else null.</param>
/// <param name="Cores">Processors it keeps busy: 1.5 is one and a half.</param>
/// <param name="MemoryBytes">Without the file cache that is given back on demand.</param>
/// <param name="MemoryLimitBytes">Its own, or the host's memory.</param>
internal sealed record StatsResource(
    bool IsRunning, DateTimeOffset? At, double? Cores, int? Processors, long? MemoryBytes, long? MemoryLimitBytes, long? Processes,
    double? ReceivedPerSecond, double? SentPerSecond, double? ReadPerSecond, double? WrittenPerSecond)
{
    public static StatsResource Of(ContainerRates? rates) => rates is null
        ? new(false, null, null, null, null, null, null, null, null, null, null)
        : new(
            true, rates.At, rates.Cores, rates.Processors, rates.MemoryBytes, rates.MemoryLimitBytes, rates.Processes,
            rates.ReceivedPerSecond, rates.SentPerSecond, rates.ReadPerSecond, rates.WrittenPerSecond);
}
