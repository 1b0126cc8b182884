using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels;

/// <summary>
/// Pure: reads and merges the raw configuration document of a tunnel.
/// Only our own rules are touched: foreign rules, their order, unknown members and global settings stay as they are.
/// </summary>
internal static class TunnelDocument
{
    public static ImmutableArray<TunnelRule> Rules(JsonObject document) =>
        document["ingress"] is JsonArray ingress ? [.. ingress.OfType<JsonObject>().Select(rule => new TunnelRule(rule))] : [];

    public static TunnelRule? Find(JsonObject document, RuleSlot slot)
    {
        foreach (var rule in Rules(document))
        {
            if (rule.Slot == slot)
                return rule;
        }

        return null;
    }

    /// <summary>The rule of a hostname that has no path.</summary>
    public static TunnelRule? Find(JsonObject document, string hostname) => Find(document, new RuleSlot(hostname, ""));

    /// <summary>The rule above that takes what is meant for this one, or null.</summary>
    /// <param name="siblings">Our own rules of the name in the order in which they should stand, this one among them.</param>
    public static TunnelRule? ShadowOf(JsonObject document, RuleSlot slot, IReadOnlyList<RuleSlot>? siblings = null) =>
        ShadowOf(Rules(document), slot, siblings ?? []);

    public static TunnelRule? ShadowOf(ImmutableArray<TunnelRule> rules, RuleSlot slot, IReadOnlyList<RuleSlot> siblings)
    {
        foreach (var rule in rules)
        {
            if (rule.Slot == slot)
                return null;
            if (MustFollow(rule.Slot, slot, siblings))
                return rule;
        }

        return null;
    }

    public static TunnelRule? ShadowOf(JsonObject document, string hostname) => ShadowOf(document, new RuleSlot(hostname, ""));

    /// <summary>Carries changes into a copy of the document.</summary>
    public static JsonObject Merge(JsonObject document, IEnumerable<Change> changes)
    {
        var merged = document.DeepClone().AsObject();
        if (merged["ingress"] is not JsonArray)
            merged["ingress"] = new JsonArray();
        var ingress = merged["ingress"]!.AsArray();
        if (ingress.Count == 0 || ingress[^1] is not JsonObject last || !new TunnelRule(last).IsCatchAll)
            ingress.Add(new JsonObject { ["service"] = "http_status:404" });
        foreach (var change in changes)
            Carry(ingress, RuleChange.Of(change));
        return merged;
    }

    /// <summary>True when the document says what the change wants it to say.</summary>
    public static bool Holds(JsonObject document, Change change)
    {
        var wanted = RuleChange.Of(change);
        if (wanted.After is not { } after)
            return Find(document, wanted.Was) is null;
        return Find(document, after.Slot) is { } live && live.IsEquivalentTo(after.Json) && ShadowOf(document, after.Slot, wanted.Siblings) is null
            && (wanted.Was == after.Slot || Find(document, wanted.Was) is null);
    }

    private static void Carry(JsonArray ingress, RuleChange change)
    {
        var old = IndexOf(ingress, rule => rule.Slot == change.Was);
        if (change.After is not { } after)
        {
            if (old >= 0)
                ingress.RemoveAt(old);
            return;
        }

        var shadow = IndexOf(ingress, rule => rule.Slot != change.Was && MustFollow(rule.Slot, after.Slot, change.Siblings));
        if (old >= 0 && old < shadow && !WouldShadowBelow(ingress, old, change.Was, after.Slot))
        {
            ingress[old] = after.Json.DeepClone();
            return;
        }

        // Above the first rule that would swallow it and below all else, so that it takes nothing from the rules of others.
        ingress.Insert(shadow, after.Json.DeepClone());
        if (old >= 0)
            ingress.RemoveAt(old < shadow ? old : old + 1);
    }

    /// <summary>A rule that is given a wider name or path in its place must not take what is meant for the rules below it.</summary>
    private static bool WouldShadowBelow(JsonArray ingress, int index, RuleSlot was, RuleSlot now)
    {
        if (was == now)
            return false;
        return ingress.Skip(index + 1).OfType<JsonObject>().Any(rule => now.MustFollow(new TunnelRule(rule).Slot));
    }

    /// <summary>Among ours the owner's order holds, towards others the more specific goes first.</summary>
    private static bool MustFollow(RuleSlot rule, RuleSlot slot, IReadOnlyList<RuleSlot> siblings)
    {
        var (theirs, mine) = (PlaceIn(siblings, rule), PlaceIn(siblings, slot));
        return theirs >= 0 && mine >= 0 ? theirs > mine : rule.MustFollow(slot);
    }

    private static int PlaceIn(IReadOnlyList<RuleSlot> siblings, RuleSlot slot)
    {
        for (var i = 0; i < siblings.Count; i++)
        {
            if (siblings[i] == slot)
                return i;
        }

        return -1;
    }

    private static int IndexOf(JsonArray ingress, Func<TunnelRule, bool> condition)
    {
        for (var i = 0; i < ingress.Count; i++)
        {
            if (ingress[i] is JsonObject json && condition(new TunnelRule(json)))
                return i;
        }

        return -1;
    }
}
