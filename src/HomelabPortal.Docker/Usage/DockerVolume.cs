namespace HomelabPortal.Docker;

/// <summary>A volume of the host.</summary>
public sealed record DockerVolume
{
    /// <summary>Its name; 64 hexadecimal digits when the daemon made it up.</summary>
    public required string Name { get; init; }

    /// <summary>Driver.</summary>
    public string? Driver { get; init; }

    /// <summary>Its folder on the host.</summary>
    public string? Mountpoint { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What its driver was told; of a local volume <c>device</c> names a folder or share that it stands for.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Size and use; only in <see cref="DiskUsage"/>.</summary>
    public VolumeUsage? UsageData { get; init; }
}
