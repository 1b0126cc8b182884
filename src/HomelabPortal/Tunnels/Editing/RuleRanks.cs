using HomelabPortal.Desired;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>
/// Pure: the ranks of free rules. Order matters only among rules of one name, because exact names stand before wildcards and names do not overlap else.
/// Ranks leave room between them, so that one rule moves by the edit of one rule.
/// </summary>
internal static class RuleRanks
{
    private const int Step = 1 << 16;

    /// <summary>Ours of the same tunnel and name in their order, without the one that takes every path and is last anyway.</summary>
    public static IReadOnlyList<TunnelEntry> Siblings(DesiredState state, TunnelEntry entry) =>
    [
        .. state.TunnelEntries.Where(other => other.TunnelId == entry.TunnelId && other.Name == entry.Name && other.Path is not null)
            .OrderBy(other => other.Rank).ThenByDescending(other => other.Path!.Length).ThenBy(other => other.Path, StringComparer.Ordinal),
    ];

    /// <summary>The rank of a new rule: above the first one with a shorter path.</summary>
    public static int New(DesiredState state, string tunnelId, RecordName name, string? path)
    {
        var siblings = Siblings(state, new TunnelEntry { Id = "", TunnelId = tunnelId, Name = name, Service = "" });
        var at = siblings.TakeWhile(other => other.Path!.Length >= (path?.Length ?? 0)).Count();
        return Between(at > 0 ? siblings[at - 1].Rank : null, at < siblings.Count ? siblings[at].Rank : null);
    }

    /// <summary>The rule one place up or down; the fault says why it cannot go there.</summary>
    public static (TunnelEntry? Moved, string? Fault) Move(DesiredState state, TunnelEntry entry, bool isUp)
    {
        if (entry.Path is null)
            return (null, "A rule for every path stands below those of the same name that have one, or they would never be reached.");
        var siblings = Siblings(state, entry).ToList();
        var at = siblings.FindIndex(other => other.Id == entry.Id);
        var to = isUp ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= siblings.Count)
            return (null, siblings.Count < 2 ? "Order matters only among rules of one name, and this is the only one of yours with a path." : isUp ? "It is the first of yours for this name." : "It is the last of yours for this name.");
        var (above, below) = isUp ? (to - 1, to) : (to, to + 1);
        var rank = Between(above >= 0 ? siblings[above].Rank : null, below < siblings.Count ? siblings[below].Rank : null);
        var moved = entry with { Rank = rank };
        return Siblings(state.With(new DesiredEdit.PutTunnelEntry(moved)), moved)[to].Id == entry.Id
            ? (moved, null)
            : (null, "There is no room left between these rules. Give one of them another rank through the API.");
    }

    private static int Between(int? above, int? below) => (above, below) switch
    {
        (null, null) => 0,
        ({ } top, null) => top + Step,
        (null, { } bottom) => bottom - Step,
        ({ } top, { } bottom) => top + ((bottom - top) / 2),
    };
}
