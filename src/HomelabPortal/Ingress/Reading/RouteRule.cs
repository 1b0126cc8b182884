using System.Text;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading;

/// <summary>One rule of a route: what it takes, through which middlewares, and where it sends it.</summary>
/// <param name="Match">As written; empty where the kind has no rule language.</param>
/// <param name="Words">What it takes as a person says it, one line for each way.</param>
/// <param name="Fault">Why it cannot be read; empty when it can.</param>
public sealed record RouteRule(string Match, ValueList<string> Words, string Fault, ValueList<RouteMiddleware> Middlewares, ValueList<RouteBackend> Backends)
{
    /// <summary>Of several rules that match, the highest goes first; null where the kind knows no priorities.</summary>
    public int? Priority { get; init; }

    /// <summary>False when it follows from the length of the rule.</summary>
    public bool HasOwnPriority { get; init; }

    /// <summary>What Traefik makes of it where the kind has no rule language: one router for each way; none when Traefik passes it over.</summary>
    public ValueList<TraefikRouter> Made { get; init; } = [];

    /// <summary>The routers that stand for it in Traefik.</summary>
    public IEnumerable<TraefikRouter> Routers => Match.Length > 0 ? [new TraefikRouter(Match, Priority ?? Encoding.UTF8.GetByteCount(Match))] : Made;
}
