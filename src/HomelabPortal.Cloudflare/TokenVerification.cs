namespace HomelabPortal.Cloudflare;

/// <summary>What Cloudflare says of the token. It says nothing of permissions: probe those.</summary>
public sealed record TokenVerification
{
    /// <summary>ID of the token; not secret.</summary>
    public required string Id { get; init; }

    /// <summary><c>active</c>, <c>disabled</c> or <c>expired</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Start of validity, if limited.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>End of validity, if limited.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>Whether the token can be used now.</summary>
    public bool IsActive => Status == "active";
}
