namespace HomelabPortal.Tunnels;

/// <summary>A running cloudflared with at least one real connection.</summary>
/// <param name="ConfigVersion">The document it works by; null when it has not said.</param>
internal sealed record LiveConnector(string Id, int? ConfigVersion);
