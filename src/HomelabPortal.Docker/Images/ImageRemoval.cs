namespace HomelabPortal.Docker;

/// <summary>One thing that went with an image.</summary>
/// <param name="Untagged">A name that is gone.</param>
/// <param name="Deleted">A layer or image that is gone.</param>
public sealed record ImageRemoval(string? Untagged, string? Deleted);
