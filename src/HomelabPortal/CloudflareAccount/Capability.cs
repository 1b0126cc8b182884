namespace HomelabPortal.CloudflareAccount;

/// <summary>What the portal can ask of Cloudflare, as far as the token allows.</summary>
public enum Capability
{
    ReadZones,
    ReadRecords,
    EditRecords,
    ReadTunnels,
    EditTunnels,
    ReadLogins,
    EditLogins,

    /// <summary>Identity providers, groups and the organisation behind logins.</summary>
    ReadSignInWays,
    ReadServiceTokens,
}
