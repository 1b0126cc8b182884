namespace HomelabPortal.Docker;

/// <summary>What a running container has used at an instant. Counters only grow while it runs.</summary>
public sealed record ContainerSample
{
    /// <summary>When it was measured.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Processor time it has used, in nanoseconds.</summary>
    public ulong CpuNanoseconds { get; init; }

    /// <summary>Processor time of the whole host, in nanoseconds over all processors.</summary>
    public ulong SystemNanoseconds { get; init; }

    /// <summary>Processors of the host.</summary>
    public int Processors { get; init; }

    /// <summary>Memory it holds in bytes, without the file cache that is given back on demand.</summary>
    public ulong MemoryBytes { get; init; }

    /// <summary>Limit of its memory in bytes: its own, or the host's memory.</summary>
    public ulong? MemoryLimitBytes { get; init; }

    /// <summary>Processes and threads.</summary>
    public long? Processes { get; init; }

    /// <summary>Bytes received over all networks.</summary>
    public ulong ReceivedBytes { get; init; }

    /// <summary>Bytes sent over all networks.</summary>
    public ulong SentBytes { get; init; }

    /// <summary>Bytes read from disks.</summary>
    public ulong ReadBytes { get; init; }

    /// <summary>Bytes written to disks.</summary>
    public ulong WrittenBytes { get; init; }

    /// <summary>
    /// Processor time used since an earlier sample, in processors: 1.5 is one and a half.
    /// Null when the two do not belong together: the container was started anew, or no time has passed.
    /// </summary>
    public double? ProcessorsSince(ContainerSample earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (CpuNanoseconds < earlier.CpuNanoseconds || SystemNanoseconds <= earlier.SystemNanoseconds)
            return null;
        return (double)(CpuNanoseconds - earlier.CpuNanoseconds) / (SystemNanoseconds - earlier.SystemNanoseconds) * Math.Max(1, Processors);
    }
}
