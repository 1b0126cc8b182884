using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

/// <summary>What a prune of images freed.</summary>
/// <param name="Removed">Names and layers that are gone.</param>
/// <param name="FreedBytes">Bytes freed.</param>
public sealed record ImagePrune([property: JsonPropertyName("ImagesDeleted")] IReadOnlyList<ImageRemoval>? Removed, [property: JsonPropertyName("SpaceReclaimed")] long FreedBytes);
