namespace HomelabPortal.Cloudflare;

/// <summary>A tunnel to create. Without a secret Cloudflare makes one, which is what a remotely managed tunnel wants.</summary>
internal sealed record NewTunnelBody(string Name, string ConfigSrc);
