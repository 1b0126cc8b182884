namespace HomelabPortal.Ingress.Reading.Api;

/// <summary>A service that a route sends to.</summary>
/// <param name="Endpoints">Such as "2 of 2 ready"; empty when nothing can be said.</param>
internal sealed record RouteBackendResource(string Namespace, string Name, string Port, string Endpoints);
