using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Exposures;

/// <summary>Pure: what could be exposed, from what was last seen of the cluster and the Docker hosts.</summary>
internal static class Backends
{
    public static BackendCatalog Of(ClusterState cluster, DockerState docker) => new(
        cluster.IsConnected && cluster.Services.Status.Phase is not (SourcePhase.Syncing or SourcePhase.Forbidden)
            ? [.. cluster.Services.All.Where(HasTcpPort).Select(ToExposable).OrderBy(service => service.Key, StringComparer.Ordinal)]
            : null,
        [.. docker.Hosts.Where(host => host.LanAddress is not null).SelectMany(Containers)]);

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

    private static IEnumerable<ExposableContainer> Containers(DockerHostState host) =>
        from container in host.Containers
        where container.IsRunning
        from port in container.Ports
        select new ExposableContainer(host.Name, host.LanAddress ?? "", container.Name, port);
}
