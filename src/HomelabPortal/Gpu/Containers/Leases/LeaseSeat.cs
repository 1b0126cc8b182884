using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>A container that holds a GPU under a lease, or waits for it.</summary>
/// <param name="Why">Why it waits; null for one that holds.</param>
internal sealed record LeaseSeat(DesiredContainer Container, string? Why)
{
    public GpuLease Lease => Container.Lease!;
}
