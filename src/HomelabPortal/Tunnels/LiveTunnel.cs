using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels;

/// <summary>A tunnel as it stands: its document, which nobody may change in place, and who works by it.</summary>
/// <param name="Status">inactive (never run), degraded, healthy or down, in Cloudflare's words.</param>
/// <param name="IsRemotelyManaged">False when its routes are in a file beside its connector; then the document says nothing.</param>
public sealed record LiveTunnel(
    string Id, string Name, string Status, bool IsRemotelyManaged, JsonObject Document, int Version, ImmutableArray<LiveConnector> Connectors)
{
    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? DocumentAt { get; init; }
}
