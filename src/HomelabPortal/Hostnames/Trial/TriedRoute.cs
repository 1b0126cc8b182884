using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>One rule of a route that takes the hostname, in the order in which Traefik asks.</summary>
/// <param name="Priority">Higher goes first.</param>
/// <param name="Note">What decides, or what it depends on.</param>
public sealed record TriedRoute(string Kind, string NameText, string Href, string Match, int Priority, MatchOutcome Outcome, bool IsWinner, string Note)
{
    /// <summary>The rule of the route that was tried.</summary>
    public RouteRule? Rule { get; init; }

    public ValueList<string> Middlewares { get; init; } = [];

    public ValueList<string> Logins { get; init; } = [];

    public string Backend { get; init; } = "";

    public string? BackendHref { get; init; }

    /// <summary>"2 of 2 ready".</summary>
    public string Endpoints { get; init; } = "";

    public HealthState BackendState { get; init; } = HealthState.Unknown;
}
