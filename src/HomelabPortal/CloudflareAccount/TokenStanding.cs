namespace HomelabPortal.CloudflareAccount;

/// <summary>How the API token stands with Cloudflare.</summary>
public enum TokenStanding
{
    Unknown,
    Active,
    Disabled,
    Expired,

    /// <summary>Not known to Cloudflare, or not accepted from here.</summary>
    Refused,
}
