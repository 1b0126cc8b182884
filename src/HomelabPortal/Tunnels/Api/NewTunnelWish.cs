namespace HomelabPortal.Tunnels.Api;

/// <summary>A tunnel to be.</summary>
internal sealed record NewTunnelWish(string? Name = null);
