namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>All wanted containers, at one revision.</summary>
internal sealed record WantedContainerList(long Revision, IReadOnlyList<WantedContainerResource> Items);
