namespace HomelabPortal.CloudflareAccount;

/// <summary>Whether the token allows something. A permission to write only shows on a write.</summary>
public enum CapabilityStanding
{
    Unknown,

    /// <summary>Reading works; no write has been tried yet.</summary>
    Assumed,
    Granted,
    Missing,
}
