namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>An API token that the simulated Cloudflare accepts.</summary>
/// <param name="Status"><c>active</c>, <c>expired</c> or <c>disabled</c>; only an active token may call anything but verify.</param>
public sealed record CloudflareToken(string Value, CloudflareScopes Scopes, string Status = "active")
{
    public bool Has(CloudflareScopes needed) => (Widened & needed) == needed;

    private CloudflareScopes Widened => Scopes
        | (Scopes.HasFlag(CloudflareScopes.DnsEdit) ? CloudflareScopes.DnsRead : 0)
        | (Scopes.HasFlag(CloudflareScopes.TunnelEdit) ? CloudflareScopes.TunnelRead : 0);
}
