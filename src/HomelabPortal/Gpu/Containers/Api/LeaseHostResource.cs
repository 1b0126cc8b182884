namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>Who holds the GPU of a host and who waits for it, the most important first.</summary>
internal sealed record LeaseHostResource(string Host, IReadOnlyList<LeaseResource> Holding, IReadOnlyList<LeaseResource> Waiting);
