namespace HomelabPortal.Docker;

/// <summary>One report while an image is pulled.</summary>
/// <param name="Layer">Short digest of the layer; null for words about the whole.</param>
/// <param name="Status">The daemon's word, such as <c>Downloading</c>.</param>
/// <param name="Current">Bytes done in this state, when it counts.</param>
/// <param name="Total">Bytes to do in this state, when known.</param>
public sealed record PullProgress(string? Layer, string Status, long? Current, long? Total);
