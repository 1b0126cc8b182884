namespace HomelabPortal.Simulator.Identity;

/// <summary>What one approval led to: a code that is good once, and then tokens.</summary>
internal sealed record IdentityGrant
{
    public required string Subject { get; init; }

    public required string RedirectUri { get; init; }

    public required string Challenge { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string? Nonce { get; init; }

    /// <summary>When the person typed a password here last.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>Of the code or the access token, whichever this is kept under.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
