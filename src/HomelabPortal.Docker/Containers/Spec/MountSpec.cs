namespace HomelabPortal.Docker;

/// <summary>A mount in its long form, which unlike <see cref="HostConfig.Binds"/> fails when the source of a bind is missing.</summary>
public sealed record MountSpec
{
    /// <summary><c>bind</c>, <c>volume</c> or <c>tmpfs</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Path on the host, or name of the volume.</summary>
    public string? Source { get; init; }

    /// <summary>Path in the container.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the container may not write.</summary>
    public bool? ReadOnly { get; init; }

    /// <summary>More about a volume.</summary>
    public VolumeMountOptions? VolumeOptions { get; init; }

    /// <summary>More about a tmpfs.</summary>
    public TmpfsMountOptions? TmpfsOptions { get; init; }
}
