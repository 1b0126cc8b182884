namespace HomelabPortal.CloudflareAccount;

/// <summary>Whether Cloudflare's API can be used now: the control plane, not the routes it once set up.</summary>
public enum ApiStanding
{
    NotConnected,
    Unknown,
    Answering,

    /// <summary>Too many calls were made; it wants none for a while.</summary>
    Paused,

    /// <summary>No answer, or faults of its own.</summary>
    Silent,
}
