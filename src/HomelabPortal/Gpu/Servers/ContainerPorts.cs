using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Servers;

/// <summary>
/// Pure: the ports of a Docker host at which a container answers.
/// <code>
/// wanted                                the ports that it is to publish
/// seen                                  the ports that it publishes
/// either, on the network of its host    the usual ports of the server that it is known as: Docker lists none there
/// seen, on another one's network        those of that one that lead to its usual ports
/// </code>
/// </summary>
internal static class ContainerPorts
{
    public static IEnumerable<DockerPort> Of(DesiredContainer? wanted, DockerContainer? seen, DockerHostState? host) => [.. Wanted(wanted), .. Seen(seen, host)];

    public static bool IsAt(DockerPort bound, DockerHostState? host, string address, int port) =>
        bound.Port == port && !Bindings.IsLoopback(bound.Address)
        && (Same(bound.Address, address) || host?.IsAt(address) == true || (Bindings.IsEverywhere(bound.Address) && host?.LanAddress is null));

    private static IEnumerable<DockerPort> Wanted(DesiredContainer? wanted) =>
        wanted is null ? [] : ContainerPlace.Ports(wanted).Concat(wanted.Reach.SharesNetwork ? Everywhere(wanted.Image) : []);

    private static IEnumerable<DockerPort> Seen(DockerContainer? seen, DockerHostState? host) => seen switch
    {
        { IsRunning: true, SharesNetwork: true } => Everywhere(seen.Image),
        { IsRunning: true, NetworkOf: { } other } => Lent(seen.Image, host?.Containers.FirstOrDefault(container => container.Id == other)),
        _ => seen?.Published ?? [],
    };

    private static IEnumerable<DockerPort> Lent(string image, DockerContainer? other) => other switch
    {
        null => [],
        { SharesNetwork: true } => Everywhere(image),
        _ => other.Published.Where(published => Usual(image).Contains(published.ContainerPort)),
    };

    private static IEnumerable<DockerPort> Everywhere(string image) => Usual(image).Select(port => new DockerPort("", port, port));

    private static IEnumerable<int> Usual(string image) => KnownServers.Find(image)?.Ports ?? [];

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
