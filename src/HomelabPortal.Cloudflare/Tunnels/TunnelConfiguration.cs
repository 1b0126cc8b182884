using System.Text.Json.Nodes;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// The routes of a remotely managed tunnel. Writing replaces the whole document and there is no conditional write,
/// so keep unknown members: change <see cref="Document"/>, never rebuild it.
/// </summary>
public sealed record TunnelConfiguration
{
    /// <summary>The <c>config</c> object as Cloudflare sent it; empty when the tunnel has none yet.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>Changes with each write. Only rely on "changed", not on steps of one.</summary>
    public required int Version { get; init; }

    /// <summary>The tunnel.</summary>
    public string? TunnelId { get; init; }

    /// <summary><c>cloudflare</c> or <c>local</c>; the latter ignores this document.</summary>
    public string? Source { get; init; }

    /// <summary>When this version was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
