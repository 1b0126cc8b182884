using HomelabPortal.Hostnames.Trial;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A rule of a route in front of a request.</summary>
/// <param name="Name">namespace/name of the route.</param>
/// <param name="Endpoints">Such as "2 of 2 ready".</param>
internal sealed record TriedRouteResource(string Kind, string Name, string Match, int Priority, MatchOutcome Outcome, bool IsWinner, string Note, string Backend, string Endpoints)
{
    public static TriedRouteResource Of(TriedRoute route) => new(route.Kind, route.NameText, route.Match, route.Priority, route.Outcome, route.IsWinner, route.Note, route.Backend, route.Endpoints);
}
