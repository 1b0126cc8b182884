namespace HomelabPortal.Cluster.Services;

/// <summary>A service with the hostnames of the routes that lead to it. Two are equal when they look the same.</summary>
internal sealed record RoutedService(ServiceRow Service, string Hostnames)
{
    public static IReadOnlyList<RoutedService> Of(IReadOnlyList<ServiceRow> services, ServiceRoutes routes) =>
        [.. services.Select(service => new RoutedService(service, string.Join(", ", routes.To(service.Namespace, service.Name).Select(route => route.Title))))];
}
