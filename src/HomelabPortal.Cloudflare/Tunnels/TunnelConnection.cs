namespace HomelabPortal.Cloudflare;

/// <summary>One connection of a connector to a Cloudflare data centre.</summary>
public sealed record TunnelConnection
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The data centre, such as <c>fra08</c>.</summary>
    public string? ColoName { get; init; }

    /// <summary>Public address the connector comes from.</summary>
    public string? OriginIp { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Version of cloudflared.</summary>
    public string? ClientVersion { get; init; }

    /// <summary>True for a dead connection that Cloudflare still remembers.</summary>
    public bool IsPendingReconnect { get; init; }
}
