namespace HomelabPortal.Desired.Channels;

/// <summary>By which service a notification goes out.</summary>
public enum ChannelKind
{
    Ntfy,
    Discord,
    Slack,
    Webhook,
    Email,
}
