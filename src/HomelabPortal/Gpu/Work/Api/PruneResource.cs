namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What came of it, in words.</summary>
internal sealed record PruneResource(string Said);
