namespace HomelabPortal.Docker;

/// <summary>Answer of GET /system/df in the versions up to 1.51.</summary>
public sealed record DiskUsage
{
    /// <summary>Bytes of all image layers, each counted once.</summary>
    public long LayersSize { get; init; }

    /// <summary>Images.</summary>
    public IReadOnlyList<ImageSummary>? Images { get; init; }

    /// <summary>Containers, with the bytes each has written.</summary>
    public IReadOnlyList<ContainerSummary>? Containers { get; init; }

    /// <summary>Volumes, with their size and use.</summary>
    public IReadOnlyList<DockerVolume>? Volumes { get; init; }

    /// <summary>Cache of builds.</summary>
    public IReadOnlyList<BuildCacheRecord>? BuildCache { get; init; }
}
