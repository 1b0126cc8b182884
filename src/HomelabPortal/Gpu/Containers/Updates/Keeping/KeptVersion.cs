namespace HomelabPortal.Gpu.Containers.Updates.Keeping;

/// <summary>A version of a container's image that served before and is still on the host.</summary>
/// <param name="Digest">By which it is wanted again.</param>
/// <param name="Bytes">What the image takes, layers shared with others included.</param>
public sealed record KeptVersion(string Digest, DateTimeOffset Since, DateTimeOffset Until, long Bytes, DateTimeOffset? MadeAt);
