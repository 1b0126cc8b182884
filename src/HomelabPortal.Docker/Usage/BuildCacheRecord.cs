namespace HomelabPortal.Docker;

/// <summary>A piece of the build cache.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="InUse">Whether a build uses it.</param>
public sealed record BuildCacheRecord(long Size, bool InUse);
