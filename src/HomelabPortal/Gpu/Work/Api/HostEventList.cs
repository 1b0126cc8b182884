namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What happened, newest first, since the portal was started.</summary>
internal sealed record HostEventList(IReadOnlyList<HostEventResource> Items);
