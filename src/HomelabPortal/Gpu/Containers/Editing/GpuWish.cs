namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Which GPUs a container gets: those named, else the first so many, else all.</summary>
/// <param name="Ids">UUIDs (GPU-…) or indexes.</param>
internal sealed record GpuWish(IReadOnlyList<string>? Ids = null, int? Count = null);
