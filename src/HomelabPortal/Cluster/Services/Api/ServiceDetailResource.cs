using HomelabPortal.Cluster.Api;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Services.Api;

/// <summary>One service with everything that its page shows.</summary>
/// <param name="Selector">Labels of the pods it leads to.</param>
/// <param name="ExternalName">What it stands for outside the cluster; empty for all other types.</param>
/// <param name="Pods">The names of the pods that its selector names.</param>
internal sealed record ServiceDetailResource(
    ServiceResource Service, IReadOnlyDictionary<string, string> Selector, string ExternalName, IReadOnlyList<ServicePortResource> Ports, IReadOnlyList<EndpointResource> Endpoints,
    IReadOnlyList<string> Pods, IReadOnlyList<ServiceRouteResource> Routes, IReadOnlyList<FindingResource> Findings)
{
    public static ServiceDetailResource Of(Service service, ServiceRow row, ServiceDetail detail, ServiceRoutes routes) => new(
        ServiceResource.Of(row, routes), service.Spec.Selector.ToDictionary(), service.Spec.ExternalName,
        [.. service.Spec.Ports.Select(ServicePortResource.Of)], [.. detail.Endpoints.Select(EndpointResource.Of)], [.. detail.Pods.Select(pod => pod.Name)],
        [.. routes.To(row.Namespace, row.Name).Select(ServiceRouteResource.Of)], [.. detail.Findings.Select(FindingResource.Of)]);
}
