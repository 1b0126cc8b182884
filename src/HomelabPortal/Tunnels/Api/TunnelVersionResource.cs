using System.Text.Json.Nodes;
using HomelabPortal.Tunnels.History;

namespace HomelabPortal.Tunnels.Api;

/// <summary>A version of a tunnel's document as the portal saw it.</summary>
/// <param name="IsOurs">The portal wrote it.</param>
/// <param name="Document">Left out in the list.</param>
internal sealed record TunnelVersionResource(int Version, DateTimeOffset SeenAt, bool IsOurs, JsonObject? Document)
{
    public static TunnelVersionResource Line(KeptDocument kept) => new(kept.Version, kept.SeenAt, kept.IsOurs, null);

    public static TunnelVersionResource Whole(KeptDocument kept) => new(kept.Version, kept.SeenAt, kept.IsOurs, kept.Document);
}
