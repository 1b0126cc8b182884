using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Exposures;

/// <summary>Pure: what could be exposed, from what was last seen of the cluster and the Docker hosts.</summary>
internal static class Backends
{
    public static BackendCatalog Of(ClusterState cluster, DockerState docker, DesiredState desired) => new(
        cluster.IsConnected && cluster.Services.Status.Phase is not (SourcePhase.Syncing or SourcePhase.Forbidden)
            ? [.. cluster.Services.All.Where(HasTcpPort).Select(ToExposable).OrderBy(service => service.Key, StringComparer.Ordinal)]
            : null,
        [.. docker.Hosts.SelectMany(host => Containers(host, docker, desired))]);

    /// <summary>The domain most routes are under, to complete a hostname with; null when there are no routes.</summary>
    public static string? UsualDomain(ClusterState cluster) =>
        cluster.IngressRoutes.All
            .SelectMany(route => route.Spec.Routes)
            .SelectMany(route => TraefikRule.Parse(route.Match).Hosts)
            .Where(host => host.Count(letter => letter == '.') >= 2)
            .GroupBy(host => host[(host.IndexOf('.') + 1)..])
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault();

    private static bool HasTcpPort(Service service) => service.Spec.Ports.Any(IsTcp);

    private static bool IsTcp(ServicePort port) => port.Protocol == "TCP";

    private static ExposableService ToExposable(Service service) => new(
        service.Metadata.Namespace ?? "",
        service.Metadata.Name,
        [.. service.Spec.Ports.Where(IsTcp).Select(port => new ExposablePort(port.Name, port.Port))]);

    /// <summary>What runs or is wanted there; one that is wanted and stopped can have its name before it is started.</summary>
    internal static IEnumerable<ExposableContainer> Containers(DockerHostState host, DockerState docker, DesiredState desired) =>
        from name in host.Containers.Where(container => container.IsRunning).Select(container => container.Name)
            .Concat(desired.Containers.Where(container => container.Host == host.Name).Select(container => container.Name)).Distinct().Order(StringComparer.Ordinal)
        let wanted = desired.FindContainer(host.Name, name)
        let seen = docker.Find(host.Name, name)
        from port in (wanted is null ? seen?.Published ?? [] : ContainerPlace.Ports(wanted)).DistinctBy(port => port.ContainerPort)
        let backend = new ContainerBackend(host.Name, name, port.ContainerPort)
        let place = ContainerPlace.Of(backend, desired, docker)
        select new ExposableContainer(host.Name, place.Address ?? "", name, place.WhyNot is null ? place.Port : port.Port)
        {
            ContainerPort = port.ContainerPort, Image = wanted?.Image ?? seen?.Image, WhyNot = place.WhyNot,
            WithoutLogin = ServersWithoutLogin.Behind(backend, desired, docker).Lack,
        };
}
