using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>What will be done, what will not, and what is still settling; always in the same order.</summary>
public sealed record Plan
{
    public static Plan Empty { get; } = new();

    public ImmutableArray<Change> Changes { get; init; } = [];

    public ImmutableArray<Refusal> Refusals { get; init; } = [];

    public ImmutableArray<Waiting> Waiting { get; init; } = [];

    public bool IsEmpty => Changes.IsEmpty && Refusals.IsEmpty && Waiting.IsEmpty;

    public static Plan Join(IEnumerable<Plan> plans)
    {
        var all = plans.ToList();
        return new Plan
        {
            Changes = Ordered(all.SelectMany(plan => plan.Changes)),
            Refusals = [.. all.SelectMany(plan => plan.Refusals).OrderBy(refusal => refusal.ToString(), StringComparer.Ordinal)],
            Waiting = [.. all.SelectMany(plan => plan.Waiting).OrderBy(waiting => waiting.ToString(), StringComparer.Ordinal)],
        };
    }

    /// <summary>Only what concerns one exposure or record.</summary>
    public Plan For(string ownerId) => ForAny([ownerId]);

    public Plan ForAny(IReadOnlyCollection<string> ownerIds) => new()
    {
        Changes = [.. Changes.Where(change => ownerIds.Contains(change.OwnerId))],
        Refusals = [.. Refusals.Where(refusal => ownerIds.Contains(refusal.OwnerId))],
        Waiting = [.. Waiting.Where(waiting => ownerIds.Contains(waiting.OwnerId))],
    };

    /// <summary>The text that the preview and the golden tests show.</summary>
    public string ToText() => string.Join('\n', Lines());

    private IEnumerable<string> Lines() =>
        Changes.Select(change => $"{change} ({change.Reason})")
            .Concat(Refusals.Select(refusal => refusal.ToString()))
            .Concat(Waiting.Select(waiting => waiting.ToString()));

    private static ImmutableArray<Change> Ordered(IEnumerable<Change> changes) =>
    [
        .. changes.OrderBy(change => change.Stage)
            .ThenBy(change => change.Key.Target, StringComparer.Ordinal)
            .ThenBy(change => change.Key.Kind, StringComparer.Ordinal)
            .ThenBy(change => change.Key.Name, StringComparer.Ordinal),
    ];
}
