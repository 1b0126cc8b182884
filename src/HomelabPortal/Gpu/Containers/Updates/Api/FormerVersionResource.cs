using HomelabPortal.Gpu.Containers.Updates.Keeping;

namespace HomelabPortal.Gpu.Containers.Updates.Api;

/// <summary>A version that served before and is still on the host.</summary>
/// <param name="Bytes">What its image takes, layers shared with others included.</param>
/// <param name="MadeAt">When the image was built; null when it does not say so.</param>
internal sealed record FormerVersionResource(string Digest, DateTimeOffset Since, DateTimeOffset Until, long Bytes, DateTimeOffset? MadeAt)
{
    public static FormerVersionResource Of(KeptVersion version) => new(version.Digest, version.Since, version.Until, version.Bytes, version.MadeAt);
}
