namespace HomelabPortal.Docker;

/// <summary>How a volume is used.</summary>
/// <param name="Size">Bytes; -1 when the driver cannot tell.</param>
/// <param name="RefCount">Containers that have it; -1 when not counted.</param>
public sealed record VolumeUsage(long Size, long RefCount);
