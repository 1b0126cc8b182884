namespace HomelabPortal.Gpu.Containers.Updates.Api;

/// <summary>A version of a container's image.</summary>
/// <param name="Digest">sha256:…; for an update it may be left out, and is the offered one then.</param>
internal sealed record VersionWish(string? Digest = null);
