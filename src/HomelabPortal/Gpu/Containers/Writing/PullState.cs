using System.Collections.Immutable;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>What is on its way to which host, and what did not come.</summary>
internal sealed record PullState(ImmutableDictionary<PullKey, ImagePull> Pulls)
{
    public static PullState Empty { get; } = new(ImmutableDictionary<PullKey, ImagePull>.Empty);

    public ImagePull? Find(string host, string image) => Pulls.GetValueOrDefault(new PullKey(host, image));
}
