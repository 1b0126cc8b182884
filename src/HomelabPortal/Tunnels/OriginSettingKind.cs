namespace HomelabPortal.Tunnels;

/// <summary>What a member of originRequest holds.</summary>
public enum OriginSettingKind
{
    /// <summary>A whole number; a text with a unit breaks the whole tunnel.</summary>
    Seconds,
    Count,
    Switch,
    Text,
    Proxy,

    /// <summary>Written by the portal, not by hand.</summary>
    Login,
}
