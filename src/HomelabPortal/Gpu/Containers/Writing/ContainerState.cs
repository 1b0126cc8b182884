using System.Collections.Immutable;
using HomelabPortal.Gpu.Containers.Planning;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>The Docker hosts as the reconciler last saw them.</summary>
internal sealed record ContainerState(ImmutableArray<LiveHost> Hosts)
{
    public static ContainerState Empty { get; } = new([]);
}
