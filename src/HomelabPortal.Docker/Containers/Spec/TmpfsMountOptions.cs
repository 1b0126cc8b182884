namespace HomelabPortal.Docker;

/// <summary>A file system in memory.</summary>
public sealed record TmpfsMountOptions
{
    /// <summary>Size in bytes; unlimited when null.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Permissions as a number, such as 448 for 0700.</summary>
    public int? Mode { get; init; }
}
