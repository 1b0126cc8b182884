namespace HomelabPortal.Cloudflare;

/// <summary>A named set of people that policies can refer to.</summary>
public sealed record AccessGroup
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Who is in it: one of these.</summary>
    public IReadOnlyList<AccessRule>? Include { get; init; }

    /// <summary>All of these must hold as well.</summary>
    public IReadOnlyList<AccessRule>? Require { get; init; }

    /// <summary>Who is not in it.</summary>
    public IReadOnlyList<AccessRule>? Exclude { get; init; }
}
