namespace HomelabPortal.Hostnames.Table.Guards;

/// <summary>What stands between a visitor and what a hostname leads to.</summary>
public enum LoginKind
{
    /// <summary>Nobody from the Internet comes here.</summary>
    NotNeeded,
    None,
    Unknown,

    /// <summary>A middleware asks on some paths and not on others.</summary>
    Partly,

    /// <summary>A middleware of Traefik asks.</summary>
    Middleware,

    /// <summary>Cloudflare Access asks.</summary>
    Access,
}
