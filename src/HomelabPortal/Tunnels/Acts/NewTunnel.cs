namespace HomelabPortal.Tunnels.Acts;

/// <summary>A tunnel that was just made, with the secret of its connectors. Not a record, so that printing it never shows the token.</summary>
internal sealed class NewTunnel(string id, string name, string token)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Shown once and kept nowhere.</summary>
    public string Token { get; } = token;
}
