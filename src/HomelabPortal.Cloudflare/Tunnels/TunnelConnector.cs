namespace HomelabPortal.Cloudflare;

/// <summary>One running cloudflared.</summary>
public sealed record TunnelConnector
{
    /// <summary>UUID of this run.</summary>
    public required string Id { get; init; }

    /// <summary>Version of cloudflared.</summary>
    public string? Version { get; init; }

    /// <summary>Platform, such as <c>linux_arm64</c>.</summary>
    public string? Arch { get; init; }

    /// <summary>Features it reports.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>The configuration version it works by; null when it has not said.</summary>
    public int? ConfigVersion { get; init; }

    /// <summary>Its connections, normally four.</summary>
    public IReadOnlyList<TunnelConnection>? Conns { get; init; }

    /// <summary>Whether it has a connection that is not merely remembered.</summary>
    public bool IsLive => Conns?.Any(connection => !connection.IsPendingReconnect) == true;
}
