using HomelabPortal.Desired;
using HomelabPortal.Gpu;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Pure: the containers and addresses at which requests for a backend end, also when they pass through other exposures on their way.</summary>
internal static class BackendEnds
{
    public static IEnumerable<Backend> Of(Backend backend, DesiredState desired, DockerState docker) => Of(backend, desired, docker, desired.Exposures.Length);

    /// <summary>What has a hostname, as a request names it: with or without a port, in whatever case.</summary>
    public static IEnumerable<Exposure> Named(string hostname, DesiredState desired)
    {
        var name = hostname.Split(':')[0].TrimEnd('.');
        return desired.Exposures.Where(exposure => exposure.Hostname.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="depth">An exposure may lead to another's Service, and that one to a third; never further than there are.</param>
    private static IEnumerable<Backend> Of(Backend backend, DesiredState desired, DockerState docker, int depth) => backend switch
    {
        ContainerBackend container => [container, BackendAddress.Of(container, desired, docker)],
        AddressBackend address => Through(Serving(address.Address.Split('.')[0], desired).Concat(Named(address.Address, desired)), desired, docker, depth).Prepend(address),
        KubernetesBackend inside => Through(Serving(inside.Service, desired), desired, docker, depth),
        _ => [],
    };

    private static IEnumerable<Backend> Through(IEnumerable<Exposure> exposures, DesiredState desired, DockerState docker, int depth) =>
        depth > 0 ? exposures.SelectMany(exposure => Of(exposure.Backend, desired, docker, depth - 1)) : [];

    /// <summary>By the Service that an exposure has in the cluster.</summary>
    private static IEnumerable<Exposure> Serving(string service, DesiredState desired) =>
        service.StartsWith(ExposureCompiler.ObjectPrefix, StringComparison.Ordinal) ? desired.Exposures.Where(exposure => ExposureCompiler.ObjectName(exposure) == service) : [];
}
