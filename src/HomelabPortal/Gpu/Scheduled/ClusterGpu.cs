namespace HomelabPortal.Gpu.Scheduled;

/// <summary>A resource of a node that stands for GPUs, in the scheduler's numbers.</summary>
/// <param name="Resource">As pods ask for it: nvidia.com/gpu.</param>
/// <param name="Capacity">What the device plugin found; less may be given out while a device is ill.</param>
public sealed record ClusterGpu(string Resource, decimal Allocatable, decimal Capacity, decimal Requested)
{
    public decimal Free => Math.Max(0, Allocatable - Requested);
}
