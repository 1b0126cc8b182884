using System.Collections.Immutable;

namespace HomelabPortal.Tunnels;

/// <summary>A running cloudflared with at least one real connection.</summary>
/// <param name="ConfigVersion">The document it works by; null when it has not said.</param>
public sealed record LiveConnector(string Id, int? ConfigVersion)
{
    /// <summary>Version of cloudflared.</summary>
    public string? Version { get; init; }

    /// <summary>Platform, such as "linux_arm64".</summary>
    public string? Architecture { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Its real connections, normally four.</summary>
    public ImmutableArray<LiveConnection> Connections { get; init; } = [];
}
