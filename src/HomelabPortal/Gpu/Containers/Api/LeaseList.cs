namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>The leases on GPUs by host; those without any are left out.</summary>
internal sealed record LeaseList(IReadOnlyList<LeaseHostResource> Items);
