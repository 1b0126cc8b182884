namespace HomelabPortal.Gpu.Api;

/// <summary>The Docker hosts that are set up; none is none.</summary>
internal sealed record GpuHostList(IReadOnlyList<GpuHostResource> Items);
