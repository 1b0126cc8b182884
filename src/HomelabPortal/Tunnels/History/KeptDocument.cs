using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels.History;

/// <summary>A version of a tunnel's document as it was seen.</summary>
/// <param name="IsOurs">The portal wrote it.</param>
public sealed record KeptDocument(int Version, JsonObject Document, DateTimeOffset SeenAt, bool IsOurs);
