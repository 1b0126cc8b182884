namespace HomelabPortal.Cloudflare;

/// <summary>A new tunnel and the token its connectors need.</summary>
/// <param name="Tunnel">The tunnel.</param>
/// <param name="Token">Null when the answer held none: ask for it by <see cref="CloudflareClient.GetTunnelTokenAsync"/>.</param>
public sealed record CreatedTunnel(Tunnel Tunnel, ConnectorToken? Token);
