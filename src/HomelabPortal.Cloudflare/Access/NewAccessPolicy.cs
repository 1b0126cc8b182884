namespace HomelabPortal.Cloudflare;

/// <summary>A reusable Access policy to create.</summary>
public sealed record NewAccessPolicy
{
    /// <summary>Name that account members see.</summary>
    public required string Name { get; init; }

    /// <summary><c>allow</c>, <c>deny</c>, <c>non_identity</c> (service tokens) or <c>bypass</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Whom it is for: one of these must hold.</summary>
    public required IReadOnlyList<AccessRule> Include { get; init; }

    /// <summary>All of these must hold as well.</summary>
    public IReadOnlyList<AccessRule>? Require { get; init; }

    /// <summary>None of these may hold.</summary>
    public IReadOnlyList<AccessRule>? Exclude { get; init; }

    /// <summary>How long a sign-in lasts; null for that of the application.</summary>
    public string? SessionDuration { get; init; }
}
