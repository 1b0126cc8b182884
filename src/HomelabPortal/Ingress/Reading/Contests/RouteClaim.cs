using System.Collections.Immutable;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Ingress.Reading.Contests;

/// <summary>The requests that one rule of one route claims, and how loudly.</summary>
/// <param name="Uid">The route's.</param>
/// <param name="Name">The route as a sentence names it.</param>
/// <param name="Field">Where it contends: kind of connection, with or without TLS, ingress class. Claims in other fields never meet.</param>
/// <param name="EntryPoints">Empty means Traefik's default ones, whatever they are.</param>
internal sealed record RouteClaim(string Uid, string Name, string Field, ImmutableArray<string> EntryPoints, int Priority, ImmutableArray<RuleReach> Reaches)
{
    public IEnumerable<string> Hosts => Reaches.SelectMany(reach => reach.Hosts).Distinct();

    /// <summary>True when it can meet claims with which it shares no exact hostname.</summary>
    public bool IsWide => Reaches.Any(reach => reach.Hosts.IsEmpty);

    public bool Ties(RouteClaim other) =>
        Priority == other.Priority && Field == other.Field
        && (EntryPoints.IsEmpty ? other.EntryPoints.IsEmpty : EntryPoints.Any(entryPoint => other.EntryPoints.Contains(entryPoint)))
        && Reaches.Any(reach => other.Reaches.Any(reach.Meets));

    /// <summary>True when this goes first and leaves the other nothing.</summary>
    public bool Shadows(RouteClaim other) =>
        Priority > other.Priority && Field == other.Field
        && (EntryPoints.IsEmpty ? other.EntryPoints.IsEmpty : !other.EntryPoints.IsEmpty && other.EntryPoints.All(entryPoint => EntryPoints.Contains(entryPoint)))
        && other.Reaches.All(reach => Reaches.Any(wide => wide.Covers(reach)));
}
