namespace HomelabPortal.Cloudflare;

/// <summary>Token permissions, named as the dashboard's token page names them.</summary>
public static class CloudflarePermission
{
    /// <summary>List zones.</summary>
    public const string ZoneRead = "Zone > Zone > Read";

    /// <summary>Read DNS records.</summary>
    public const string DnsRead = "Zone > DNS > Read";

    /// <summary>Write DNS records; includes reading.</summary>
    public const string DnsEdit = "Zone > DNS > Edit";

    /// <summary>See tunnels, their connectors and configuration.</summary>
    public const string TunnelRead = "Account > Cloudflare Tunnel > Read";

    /// <summary>Change tunnels; includes reading.</summary>
    public const string TunnelEdit = "Account > Cloudflare Tunnel > Edit";
}
