using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services.Api;

/// <summary>A route that leads to a service.</summary>
/// <param name="Name">Its namespace/name.</param>
internal sealed record ServiceRouteResource(string Kind, string Name, string Title, HealthState State)
{
    public static ServiceRouteResource Of(ServiceRoute route) => new(route.Kind, route.Name, route.Title, route.Health.State);
}
