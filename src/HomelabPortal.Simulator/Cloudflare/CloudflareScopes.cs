namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>What a token may do. Edit includes read, as at Cloudflare.</summary>
[Flags]
public enum CloudflareScopes
{
    None = 0,
    ZoneRead = 1,
    DnsRead = 2,
    DnsEdit = 4,
    TunnelRead = 8,
    TunnelEdit = 16,
    AccessRead = 32,
    AccessEdit = 64,

    /// <summary>The Zero Trust organisation, identity providers and groups.</summary>
    AccessOrganizationRead = 128,
    ServiceTokenRead = 256,
    All = ZoneRead | DnsRead | DnsEdit | TunnelRead | TunnelEdit | AccessRead | AccessEdit | AccessOrganizationRead | ServiceTokenRead,
}
