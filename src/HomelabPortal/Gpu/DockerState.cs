using System.Collections.Immutable;

namespace HomelabPortal.Gpu;

/// <summary>All configured Docker hosts as last seen.</summary>
internal sealed record DockerState(ImmutableArray<DockerHostState> Hosts)
{
    public DockerHostState? FindHost(string name) => Hosts.FirstOrDefault(host => host.Name == name);

    public DockerContainer? Find(string host, string name) => FindHost(host)?.Containers.FirstOrDefault(container => container.Name == name);

    public static DockerState Empty { get; } = new([]);
}
