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

    /// <summary>See Access applications, policies and tags.</summary>
    public const string AccessRead = "Account > Access: Apps and Policies > Read";

    /// <summary>Change Access applications, policies and tags; includes reading.</summary>
    public const string AccessEdit = "Account > Access: Apps and Policies > Edit";

    /// <summary>See the Zero Trust organisation, identity providers and groups.</summary>
    public const string AccessOrganizationRead = "Account > Access: Organizations, Identity Providers, and Groups > Read";

    /// <summary>See service tokens, not their secrets.</summary>
    public const string ServiceTokenRead = "Account > Access: Service Tokens > Read";
}
