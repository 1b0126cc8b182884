using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Something that runs on a GPU under a lease.</summary>
public sealed record LeaseHolder(string Id, string Name, GpuRequest Gpu, GpuLease Lease)
{
    /// <summary>Null when the container claims nothing.</summary>
    public static LeaseHolder? Of(DesiredContainer container) =>
        container is { Gpu: { } gpu, Lease: { } lease } ? new LeaseHolder(container.Id, container.Name, gpu, lease) : null;
}
