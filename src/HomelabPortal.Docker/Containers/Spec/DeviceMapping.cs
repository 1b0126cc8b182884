namespace HomelabPortal.Docker;

/// <summary>A device of the host inside a container.</summary>
public sealed record DeviceMapping
{
    /// <summary>Path on the host.</summary>
    public string? PathOnHost { get; init; }

    /// <summary>Path in the container.</summary>
    public string? PathInContainer { get; init; }

    /// <summary><c>r</c>, <c>w</c> and <c>m</c> for read, write and make.</summary>
    public string? CgroupPermissions { get; init; }
}
