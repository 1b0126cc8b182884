namespace HomelabPortal.Cloudflare;

/// <summary>Credentials of a program that passes Access. The secret is never in it.</summary>
public sealed record ServiceToken
{
    /// <summary>UUID, by which policies refer to it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What the program sends as CF-Access-Client-Id; not secret.</summary>
    public string? ClientId { get; init; }

    /// <summary>End of validity.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, where Cloudflare tells.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }
}
