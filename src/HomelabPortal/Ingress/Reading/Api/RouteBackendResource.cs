using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Api;

/// <summary>A service that a route sends to.</summary>
/// <param name="Endpoints">Such as "2 of 2 ready"; empty when nothing can be said.</param>
/// <param name="Share">Its part where several share the requests, such as "80 %"; else empty.</param>
/// <param name="Via">The TraefikService that leads there; else empty.</param>
internal sealed record RouteBackendResource(string Namespace, string Name, string Port, string Endpoints, HealthState State, string Share, string Via)
{
    public static RouteBackendResource Of(RouteBackend backend) => new(backend.Namespace, backend.Name, backend.Port, backend.Endpoints, backend.State, backend.Share, backend.Via);
}
