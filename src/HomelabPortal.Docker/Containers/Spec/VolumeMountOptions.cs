namespace HomelabPortal.Docker;

/// <summary>How a volume is mounted, and made when it is not there.</summary>
public sealed record VolumeMountOptions
{
    /// <summary>Whether the image's files are not copied into a new volume.</summary>
    public bool? NoCopy { get; init; }

    /// <summary>Labels of a new volume.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
