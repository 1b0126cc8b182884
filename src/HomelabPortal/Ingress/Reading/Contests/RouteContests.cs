using HomelabPortal.Cluster.Health;
using System.Collections.Immutable;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Reading.Kinds;
using HomelabPortal.Ingress.Rules;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading.Contests;

/// <summary>
/// Finds rules that get in each other's way. Only what is certain is said: two rules whose overlap cannot be told are left alone.
/// <list type="table">
/// <item>same priority, and there are requests that both take → tie: which one answers is left to chance</item>
/// <item>higher priority, and it takes everything the other takes → the other is never asked</item>
/// </list>
/// </summary>
internal static class RouteContests
{
    /// <returns>What was found, by the route's uid.</returns>
    public static ILookup<string, Finding> Find(IReadOnlyList<RouteParts> routes)
    {
        var claims = routes.Where(route => route.Contends).SelectMany(Claims).ToList();
        return Pairs(claims).SelectMany(pair => Judge(claims[pair.First], claims[pair.Second]))
            .Distinct()
            .OrderBy(found => found.Finding.Sentence, StringComparer.Ordinal)
            .ToLookup(found => found.Uid, found => found.Finding);
    }

    private static IEnumerable<RouteClaim> Claims(RouteParts route)
    {
        var field = $"{route.Kind}|{route.Tls.Length > 0}|{route.Class}";
        foreach (var (shown, parsed) in route.Rules)
        {
            if (parsed is { Alternatives.Count: > 0 })
                yield return new RouteClaim(route.Meta.Uid, $"{route.Kind} {route.Meta.Key()}", field, [.. route.EntryPoints], shown.Priority ?? 0, [.. parsed.Alternatives.Select(RuleReach.Of)]);
        }
    }

    /// <summary>Only claims that share a hostname, or of which one takes more than exact hostnames, can meet.</summary>
    private static IEnumerable<(int First, int Second)> Pairs(List<RouteClaim> claims)
    {
        var byHost = new Dictionary<string, List<int>>();
        var wide = new List<int>();
        for (var index = 0; index < claims.Count; index++)
        {
            if (claims[index].IsWide)
                wide.Add(index);
            foreach (var host in claims[index].Hosts)
                (byHost.TryGetValue(host, out var known) ? known : byHost[host] = []).Add(index);
        }

        var pairs = byHost.Values.SelectMany(same => same.SelectMany(first => same.Where(second => second > first).Select(second => (first, second))));
        var withWide = wide.SelectMany(first => Enumerable.Range(0, claims.Count).Where(second => second != first).Select(second => (Math.Min(first, second), Math.Max(first, second))));
        return pairs.Concat(withWide).Distinct();
    }

    private static ImmutableArray<(string Uid, Finding Finding)> Judge(RouteClaim left, RouteClaim right)
    {
        if (left.Ties(right))
            return [(left.Uid, Tie(left, right)), (right.Uid, Tie(right, left))];
        if (left.Shadows(right))
            return [(right.Uid, Shadowed(right, left))];
        return right.Shadows(left) ? [(left.Uid, Shadowed(left, right))] : [];
    }

    private static Finding Tie(RouteClaim own, RouteClaim other) => new(
        FindingCodes.PriorityTie, HealthState.Degraded, "Tie",
        own.Uid == other.Uid
            ? $"Two of its rules take the same requests with the same priority {own.Priority}. Which one answers is left to chance."
            : $"{other.Name} takes the same requests with the same priority {own.Priority}. Which of the two answers is left to chance.",
        "Give one of them a priority of its own, or remove it.");

    private static Finding Shadowed(RouteClaim own, RouteClaim other) => new(
        FindingCodes.PriorityShadowed, HealthState.Degraded, "Never asked",
        own.Uid == other.Uid
            ? $"One of its rules is never asked: another takes all its requests first (priority {other.Priority} before {own.Priority})."
            : $"It is never asked: {other.Name} takes all its requests first (priority {other.Priority} before {own.Priority}).",
        "Give this one the higher priority. Without one, the longer rule goes first.");
}
