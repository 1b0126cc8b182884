using System.Collections.Immutable;
using HomelabPortal.Lab;

namespace HomelabPortal.Gpu;

/// <summary>All configured Docker hosts as last seen.</summary>
internal sealed record DockerState(ImmutableArray<DockerHostState> Hosts)
{
    public DockerHostState? FindHost(string name) => Hosts.FirstOrDefault(host => host.Name == name);

    public DockerContainer? Find(string host, string name) => FindHost(host)?.Containers.FirstOrDefault(container => container.Name == name);

    /// <summary>Before anything was looked at: hosts that are there and unknown, which is not the same as none.</summary>
    public static DockerState NotYetSeen(IEnumerable<DockerHost> hosts) => new([.. hosts.Select(DockerHostState.NotYetSeen)]);

    public static DockerState Empty { get; } = new([]);
}
