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
    All = ZoneRead | DnsRead | DnsEdit | TunnelRead | TunnelEdit,
}
