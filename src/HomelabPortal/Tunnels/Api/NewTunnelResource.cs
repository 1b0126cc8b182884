namespace HomelabPortal.Tunnels.Api;

/// <summary>A tunnel that was just made. The token is answered once and kept nowhere.</summary>
internal sealed class NewTunnelResource(string id, string name, string token)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Token { get; } = token;
}
