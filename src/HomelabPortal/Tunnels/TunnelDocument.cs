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

    /// <summary>The rule of a hostname that has no path; rules with paths are never ours.</summary>
    public static TunnelRule? Find(JsonObject document, string hostname)
    {
        foreach (var rule in Rules(document))
        {
            if (rule.Hostname == hostname && rule.Path.Length == 0)
                return rule;
        }

        return null;
    }

    /// <summary>The rule above ours that catches what should reach ours, or null.</summary>
    public static TunnelRule? ShadowOf(JsonObject document, string hostname)
    {
        foreach (var rule in Rules(document))
        {
            if (rule.Hostname == hostname && rule.Path.Length == 0)
                return null;
            if (rule.Catches(hostname))
                return rule;
        }

        return null;
    }

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
            Carry(ingress, change);
        return merged;
    }

    /// <summary>True when the document says what the change wants it to say.</summary>
    public static bool Holds(JsonObject document, Change change)
    {
        var rule = Find(document, change.Key.Name);
        return change.After is null
            ? rule is null
            : rule is { } live && live.IsEquivalentTo(change.After) && ShadowOf(document, change.Key.Name) is null;
    }

    private static void Carry(JsonArray ingress, Change change)
    {
        var hostname = change.Key.Name;
        var index = IndexOf(ingress, rule => rule.Hostname == hostname && rule.Path.Length == 0);
        var shadow = IndexOf(ingress, rule => rule.Catches(hostname) && rule.Hostname != hostname);
        if (change.After is null)
        {
            if (index >= 0)
                ingress.RemoveAt(index);
        }
        else if (index >= 0 && index < shadow)
            ingress[index] = change.After.DeepClone();
        else
        {
            // Above the first wildcard that would swallow it, at the latest above the catch-all.
            if (index >= 0)
                ingress.RemoveAt(index);
            ingress.Insert(shadow, change.After.DeepClone());
        }
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
