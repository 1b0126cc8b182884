using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>Pure: memory, processors, the time to end, and the lease.</summary>
internal static class LimitChecks
{
    // Docker refuses less.
    private const int LeastMemoryMiB = 6;
    private const int MostMiB = 16 << 20;

    // As long as the portal waits for a stop whose grace it does not know.
    private const int MostStopSeconds = 120;

    /// <summary>A shorter pause is no idleness, and minutes are kept for a day.</summary>
    private const int LeastIdleMinutes = 5;
    private const int MostIdleMinutes = 1440;

    public static IEnumerable<FieldFault> Check(DesiredContainer container)
    {
        if (container.MemoryMiB is < LeastMemoryMiB or > MostMiB)
            yield return new(ContainerFields.Memory, $"The limit of memory is at least {LeastMemoryMiB} MiB.");
        if (container.SharedMemoryMiB is < 1 or > MostMiB)
            yield return new(ContainerFields.SharedMemory, "Shared memory is at least 1 MiB.");
        if (container.Processors is < 0.01m or > 1024m)
            yield return new(ContainerFields.Processors, "The limit of processors is at least 0.01.");
        if (container.StopSeconds is < 0 or > MostStopSeconds)
            yield return new(ContainerFields.StopSeconds, $"It may take up to {MostStopSeconds} seconds to end.");
        if (container.IdleStopMinutes is < LeastIdleMinutes or > MostIdleMinutes)
            yield return new(ContainerFields.IdleStop, $"The idle time is from {LeastIdleMinutes} to {MostIdleMinutes} minutes.");
        if (container is { IdleStopMinutes: not null, Gpu: null })
            yield return new(ContainerFields.IdleStop, "Idle is measured by the GPU, and the container asks for none.");
        if (container.Lease is not { } lease)
            yield break;
        if (container.Gpu is null)
            yield return new(ContainerFields.Lease, "A lease is on a GPU, and the container asks for none.");
        if (lease.ReservedMiB is < 1 or > MostMiB)
            yield return new(ContainerFields.Lease, "The reserved video memory is at least 1 MiB.");
        if (lease.Priority is < -100 or > 100)
            yield return new(ContainerFields.Lease, "The priority is from -100 to 100.");
    }
}
