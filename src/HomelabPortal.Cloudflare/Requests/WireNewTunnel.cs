namespace HomelabPortal.Cloudflare;

/// <summary>Answer to the creation of a tunnel; the credentials file it also holds is not read.</summary>
internal sealed record WireNewTunnel
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public string? ConfigSrc { get; init; }

    public bool? RemoteConfig { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public string? Token { get; init; }

    public CreatedTunnel ToCreated() => new(
        new Tunnel { Id = Id, Name = Name, Status = Status, ConfigSrc = ConfigSrc, RemoteConfig = RemoteConfig, CreatedAt = CreatedAt },
        string.IsNullOrWhiteSpace(Token) ? null : new ConnectorToken(Token.Trim()));

    public override string ToString() => $"(new tunnel {Id})";
}
