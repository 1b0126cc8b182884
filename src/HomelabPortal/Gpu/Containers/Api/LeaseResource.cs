using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A container that holds a GPU under a lease, or waits for it.</summary>
/// <param name="Why">Why it waits; null for one that holds it.</param>
internal sealed record LeaseResource(string Id, string Name, bool IsExclusive, int? ReservedMiB, int Priority, string? Why)
{
    public static LeaseResource Of(LeaseSeat seat) => new(seat.Container.Id, seat.Container.Name, seat.Lease.IsExclusive, seat.Lease.ReservedMiB, seat.Lease.Priority, seat.Why);
}
