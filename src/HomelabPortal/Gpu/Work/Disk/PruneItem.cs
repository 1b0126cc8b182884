namespace HomelabPortal.Gpu.Work.Disk;

/// <summary>One thing that is to go.</summary>
/// <param name="Id">Of the image, or the volume's name.</param>
/// <param name="Bytes">What removing it frees at least; null when that is not known.</param>
public sealed record PruneItem(string Id, string Title, long? Bytes);
