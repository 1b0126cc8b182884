namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>Who holds the GPU of a host and who waits for it, the most important first.</summary>
/// <param name="Conflicts">Where leases of those that hold it contradict each other, in sentences.</param>
internal sealed record LeaseHostResource(string Host, IReadOnlyList<LeaseResource> Holding, IReadOnlyList<LeaseResource> Waiting, IReadOnlyList<string> Conflicts);
