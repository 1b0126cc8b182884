using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>What a prune of volumes freed.</summary>
/// <param name="Removed">Names of the volumes that are gone.</param>
/// <param name="FreedBytes">Bytes freed.</param>
public sealed record VolumePrune([property: JsonPropertyName("VolumesDeleted")] IReadOnlyList<string>? Removed, [property: JsonPropertyName("SpaceReclaimed")] long FreedBytes);
