namespace HomelabPortal.Cloudflare;

/// <summary>What a connector needs to serve a tunnel. A secret: whoever has it gets the tunnel's visitors. Not a record, so that printing it never shows it.</summary>
public sealed class ConnectorToken
{
    internal ConnectorToken(string value) => Value = value;

    /// <summary>The secret itself, for <c>cloudflared tunnel run --token</c> or the variable TUNNEL_TOKEN.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => "(connector token)";
}
