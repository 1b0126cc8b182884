namespace HomelabPortal.Ingress.Reading;

/// <summary>One hostname of a route. A link is offered only for exact names.</summary>
public sealed record RouteHost(string Name, string? Link);
