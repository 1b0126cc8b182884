using HomelabPortal.Cluster.Services;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Turns the routes around: which of them lead to which service.</summary>
internal static class RoutesToServices
{
    public static ServiceRoutes Of(IngressState state) => new(
        (from route in state.Routes
         from backend in route.Backends
         where backend.HasPage
         group new ServiceRoute(route.Title, route.Kind, route.NameText, route.Href, route.Health, route.Hosts.Count > 0 ? route.Hosts[0].Link : null) by $"{backend.Namespace}/{backend.Name}")
        .ToDictionary(group => group.Key, ValueList<ServiceRoute> (group) => [.. group.Distinct()]));
}
