namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>An API token that the simulated Cloudflare accepts. A revoked token is one that is no longer in the list.</summary>
/// <param name="Status"><c>active</c>, <c>expired</c> or <c>disabled</c>; only an active token may call anything but verify.</param>
public sealed record CloudflareToken(string Value, CloudflareScopes Scopes, string Status = "active")
{
    /// <summary>Start of validity, if limited.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>End of validity, if limited.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>Belongs to the account rather than to a user, and is checked elsewhere.</summary>
    public bool IsAccountOwned { get; init; }

    /// <summary>Good, but not from the caller's address: verify passes, everything else is refused.</summary>
    public bool IsForOtherAddresses { get; init; }

    public bool Has(CloudflareScopes needed) => (Widened & needed) == needed;

    internal string StatusAt(DateTimeOffset now) => Status is "active" && ExpiresOn <= now ? "expired" : Status;

    private CloudflareScopes Widened => Scopes
        | (Scopes.HasFlag(CloudflareScopes.DnsEdit) ? CloudflareScopes.DnsRead : 0)
        | (Scopes.HasFlag(CloudflareScopes.TunnelEdit) ? CloudflareScopes.TunnelRead : 0)
        | (Scopes.HasFlag(CloudflareScopes.AccessEdit) ? CloudflareScopes.AccessRead : 0);
}
