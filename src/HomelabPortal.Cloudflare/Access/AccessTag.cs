namespace HomelabPortal.Cloudflare;

/// <summary>A tag that Access applications can bear.</summary>
public sealed record AccessTag
{
    /// <summary>Its name, by which applications refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>How many applications bear it.</summary>
    public int? AppCount { get; init; }
}
