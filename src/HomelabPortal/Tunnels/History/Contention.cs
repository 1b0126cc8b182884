using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels.History;

/// <summary>
/// Pure: tells from the stored versions which rules of ours somebody else keeps undoing.
/// <code>
/// version by us has the rule, the next one by others has it otherwise or not at all    undone once
/// undone 3 times, the first and the last at most 10 minutes apart                      contended
/// written back by us since, or the person insisted since                               not contended
/// </code>
/// Who writes nothing starts no dispute, so a contended rule stays so until a person decides; a restart changes nothing, since all of it is in the stored versions.
/// </summary>
internal static class Contention
{
    public const int Limit = 3;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>One time that somebody undid a rule of ours.</summary>
    private sealed record Undoing(KeptDocument Ours, KeptDocument Theirs);

    /// <param name="versions">In any order.</param>
    /// <param name="insistedAt">When a person last insisted; what was before does not count.</param>
    public static ImmutableArray<ContendedRule> Of(
        string tunnelId, IEnumerable<KeptDocument> versions, DateTimeOffset? insistedAt, Func<JsonObject, JsonObject, string> writerOf)
    {
        var inOrder = versions.OrderBy(version => version.Version).ToList();
        var undone = new Dictionary<RuleSlot, List<Undoing>>();
        foreach (var (ours, theirs) in inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.First.IsOurs && !pair.Second.IsOurs))
        {
            if (insistedAt is { } since && theirs.SeenAt <= since)
                continue;
            foreach (var rule in TunnelDocument.Rules(ours.Document).Where(rule => !rule.IsCatchAll && !IsKept(rule, theirs.Document)))
                (undone.TryGetValue(rule.Slot, out var list) ? list : undone[rule.Slot] = []).Add(new Undoing(ours, theirs));
        }

        return
        [
            .. undone.Where(item => IsDispute(item.Value) && !IsSettled(item.Key, item.Value[^1], inOrder)).Select(item => new ContendedRule(
                tunnelId, item.Key, writerOf(item.Value[^1].Ours.Document, item.Value[^1].Theirs.Document), item.Value.Count, item.Value[^1].Theirs.SeenAt)),
        ];
    }

    private static bool IsDispute(List<Undoing> undone) =>
        undone.Count >= Limit && undone[^1].Theirs.SeenAt - undone[^Limit].Theirs.SeenAt <= Window;

    private static bool IsSettled(RuleSlot slot, Undoing last, List<KeptDocument> versions) =>
        versions.Any(version => version.Version > last.Theirs.Version && version.IsOurs
            && TunnelDocument.Find(last.Ours.Document, slot) is { } rule && IsKept(rule, version.Document));

    private static bool IsKept(TunnelRule rule, JsonObject document) =>
        TunnelDocument.Find(document, rule.Slot) is { } there && there.IsEquivalentTo(rule.Json);
}
