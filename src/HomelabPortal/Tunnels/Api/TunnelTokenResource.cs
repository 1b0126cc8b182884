namespace HomelabPortal.Tunnels.Api;

/// <summary>What a connector needs to serve a tunnel. Whoever has it gets the tunnel's visitors.</summary>
internal sealed class TunnelTokenResource(string token)
{
    public string Token { get; } = token;
}
