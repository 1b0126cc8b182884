using System.Collections.Immutable;

namespace HomelabPortal.Gpu;

/// <summary>All configured Docker hosts as last seen.</summary>
internal sealed record DockerState(ImmutableArray<DockerHostState> Hosts)
{
    public static DockerState Empty { get; } = new([]);
}
