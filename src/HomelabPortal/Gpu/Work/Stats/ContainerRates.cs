namespace HomelabPortal.Gpu.Work.Stats;

/// <summary>What a container uses at an instant. Rates are null at the first measurement, and when the container was started anew since the one before.</summary>
/// <param name="Cores">Processors it keeps busy: 1.5 is one and a half.</param>
/// <param name="Processors">Of the host.</param>
/// <param name="MemoryBytes">Without the file cache that is given back on demand.</param>
/// <param name="MemoryLimitBytes">Its own, or the host's memory.</param>
public sealed record ContainerRates(
    DateTimeOffset At, double? Cores, int Processors, long MemoryBytes, long? MemoryLimitBytes, long? Processes,
    double? ReceivedPerSecond, double? SentPerSecond, double? ReadPerSecond, double? WrittenPerSecond)
{
    /// <summary>Of the whole host, from 0 to 1.</summary>
    public double? ProcessorShare => Cores is { } cores && Processors > 0 ? cores / Processors : null;
}
