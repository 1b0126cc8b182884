using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Servers;

/// <summary>
/// Pure: where the cluster reaches a container's port, or why it does not.
/// <code>
/// wanted or seen to run, bound to an address of the network    that address
/// wanted or seen to run, bound to every address                the host's address in the network; refused while none is set
/// bound to the host alone                                      refused, with the way out
/// wanted, its port is not published                            refused
/// seen to run, its port is not published                       refused
/// stopped, gone, or its host cannot be seen                    where it was when last seen
/// </code>
/// What is wanted counts before what is seen: a new version that is about to stand there is reached where it will be.
/// </summary>
internal sealed record ContainerPlace(string? Address, int Port, string? WhyNot)
{
    public static ContainerPlace Of(ContainerBackend backend, DesiredState desired, DockerState docker)
    {
        var host = docker.FindHost(backend.Host);
        if (desired.FindContainer(backend.Host, backend.Container) is { } wanted)
            return Of(backend, Ports(wanted), host);
        return docker.Find(backend.Host, backend.Container) is { IsRunning: true } seen ? Of(backend, seen.Published, host) : LastSeen(backend);
    }

    /// <summary>The ports of a wanted container, as its host will publish them.</summary>
    public static IEnumerable<DockerPort> Ports(DesiredContainer container) =>
        container.Ports.Where(port => port.Protocol == "tcp").Select(port => new DockerPort(port.Address, port.HostPort, port.ContainerPort));

    public static ContainerPlace Of(ContainerBackend backend, IEnumerable<DockerPort> ports, DockerHostState? host)
    {
        var bound = ports.Where(port => port.ContainerPort == backend.Port).ToList();
        if (bound.Count == 0)
            return Refused($"{backend.Place} does not publish its port {backend.Port} any more. Publish it on the host's address in the network, or remove this exposure.");
        var reachable = bound.Where(port => !Bindings.IsLoopback(port.Address)).ToList();
        if (reachable.Count == 0)
            return Refused($"Port {backend.Port} of {backend.Place} is bound to {bound[0].Address}, which only its host reaches. Publish it on the LAN address{(host?.LanAddress is { } lan ? $" {lan}" : "")}.");
        if (reachable.FirstOrDefault(port => !Bindings.IsEverywhere(port.Address)) is { } own)
            return new ContainerPlace(own.Address, own.Port, null);
        if (host?.LanAddress is { } address)
            return new ContainerPlace(address, reachable[0].Port, null);
        return backend.Address.Length > 0 && host is null
            ? LastSeen(backend)
            : Refused($"Where the network reaches {backend.Host} is not known. Set Docker:Hosts:N:LanAddress, or publish the port on an address.");
    }

    private static ContainerPlace LastSeen(ContainerBackend backend) => backend.Address.Length > 0
        ? new ContainerPlace(backend.Address, backend.HostPort, null)
        : Refused($"Where {backend.Place} is reached has never been seen. Start it once.");

    private static ContainerPlace Refused(string why) => new(null, 0, why);
}
