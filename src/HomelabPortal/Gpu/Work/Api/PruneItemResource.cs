namespace HomelabPortal.Gpu.Work.Api;

/// <summary>One thing that would go.</summary>
internal sealed record PruneItemResource(string Id, string Title, long? Bytes);
