namespace HomelabPortal.Docker;

/// <summary>An image in a list.</summary>
public sealed record ImageSummary
{
    /// <summary>Digest of its configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Its names with tags; <c>&lt;none&gt;:&lt;none&gt;</c> or empty for one without.</summary>
    public IReadOnlyList<string>? RepoTags { get; init; }

    /// <summary>Its names with digests in the registries it came from.</summary>
    public IReadOnlyList<string>? RepoDigests { get; init; }

    /// <summary>When it was made, in Unix seconds.</summary>
    public long Created { get; init; }

    /// <summary>Bytes it takes, layers shared with others included.</summary>
    public long Size { get; init; }

    /// <summary>Bytes of layers shared with others; -1 when not counted.</summary>
    public long SharedSize { get; init; }

    /// <summary>Containers made from it; -1 when not counted.</summary>
    public long Containers { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
