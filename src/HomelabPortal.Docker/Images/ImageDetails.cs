namespace HomelabPortal.Docker;

/// <summary>Answer of GET /images/{name}/json.</summary>
public sealed record ImageDetails
{
    /// <summary>Digest of its configuration; what <see cref="ContainerDetails.Image"/> names.</summary>
    public required string Id { get; init; }

    /// <summary>Its names with tags.</summary>
    public IReadOnlyList<string>? RepoTags { get; init; }

    /// <summary>Its names with digests in the registries it came from; compare with <see cref="RemoteImage.Digest"/>.</summary>
    public IReadOnlyList<string>? RepoDigests { get; init; }

    /// <summary>When it was made, as the daemon writes it; may be empty.</summary>
    public string? Created { get; init; }

    /// <summary>Bytes it takes.</summary>
    public long Size { get; init; }

    /// <summary>Processor architecture.</summary>
    public string? Architecture { get; init; }

    /// <summary>Operating system.</summary>
    public string? Os { get; init; }

    /// <summary>What its containers run unless told otherwise.</summary>
    public ContainerConfig? Config { get; init; }
}
