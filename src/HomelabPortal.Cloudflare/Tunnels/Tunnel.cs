namespace HomelabPortal.Cloudflare;

/// <summary>A Cloudflare Tunnel.</summary>
public sealed record Tunnel
{
    /// <summary>UUID; the DNS target is <c>{Id}.cfargotunnel.com</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name given by its owner.</summary>
    public string? Name { get; init; }

    /// <summary><c>inactive</c> (never run), <c>degraded</c>, <c>healthy</c> or <c>down</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>cloudflare</c> when the routes are kept by Cloudflare, <c>local</c> when they are in a file beside the connector.</summary>
    public string? ConfigSrc { get; init; }

    /// <summary>Older form of <see cref="ConfigSrc"/>.</summary>
    public bool? RemoteConfig { get; init; }

    /// <summary>When the tunnel was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the tunnel was deleted; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Since when it has connections.</summary>
    public DateTimeOffset? ConnsActiveAt { get; init; }

    /// <summary>Since when it has none.</summary>
    public DateTimeOffset? ConnsInactiveAt { get; init; }

    /// <summary>Whether the configuration API has any effect on this tunnel.</summary>
    public bool IsRemotelyManaged => ConfigSrc is null ? RemoteConfig == true : ConfigSrc == "cloudflare";
}
