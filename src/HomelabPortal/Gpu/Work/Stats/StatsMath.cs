using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>
/// Pure: rates from two samples of our own. The engine can only compute them by making us wait.
/// <code>
/// no sample before, or none a moment ago      no rates
/// a counter that went back                    no rate of it: the container was started anew
/// else                                        difference over time
/// </code>
/// </summary>
internal static class StatsMath
{
    public static ContainerRates Between(ContainerSample? before, ContainerSample now)
    {
        var seconds = before is null ? 0 : (now.At - before.At).TotalSeconds;
        var earlier = seconds > 0 ? before : null;
        return new ContainerRates(
            now.At,
            earlier is null ? null : now.ProcessorsSince(earlier),
            now.Processors,
            Signed(now.MemoryBytes),
            now.MemoryLimitBytes is { } limit ? Signed(limit) : null,
            now.Processes,
            Rate(earlier?.ReceivedBytes, now.ReceivedBytes, seconds),
            Rate(earlier?.SentBytes, now.SentBytes, seconds),
            Rate(earlier?.ReadBytes, now.ReadBytes, seconds),
            Rate(earlier?.WrittenBytes, now.WrittenBytes, seconds));
    }

    private static double? Rate(ulong? before, ulong now, double seconds) => before is { } earlier && now >= earlier ? (now - earlier) / seconds : null;

    private static long Signed(ulong bytes) => (long)Math.Min(bytes, long.MaxValue);
}
