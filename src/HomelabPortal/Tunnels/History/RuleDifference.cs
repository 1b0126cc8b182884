using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels.History;

/// <summary>Pure: what putting a version back would do to the rules that stand there now.</summary>
/// <param name="IsOurs">The portal keeps the rule, and will judge it again after.</param>
internal sealed record RuleDifference(char Sign, string Text, bool IsOurs)
{
    public static ImmutableArray<RuleDifference> Between(JsonObject now, JsonObject then, IReadOnlySet<RuleSlot> ours)
    {
        var found = ImmutableArray.CreateBuilder<RuleDifference>();
        foreach (var rule in TunnelDocument.Rules(then))
        {
            if (TunnelDocument.Find(now, rule.Slot) is not { } live)
                found.Add(new RuleDifference('+', rule.ToString(), ours.Contains(rule.Slot)));
            else if (!JsonNode.DeepEquals(live.Json, rule.Json))
                found.Add(new RuleDifference('~', live.Service == rule.Service ? $"{rule.Slot}: settings" : $"{rule.Slot}: {live.Service} → {rule.Service}", ours.Contains(rule.Slot)));
        }

        foreach (var rule in TunnelDocument.Rules(now).Where(rule => TunnelDocument.Find(then, rule.Slot) is null))
            found.Add(new RuleDifference('-', rule.ToString(), ours.Contains(rule.Slot)));
        if (found.Count == 0 && !JsonNode.DeepEquals(now, then))
            found.Add(new RuleDifference('~', "The order of the rules, or settings of the whole tunnel", false));
        return found.ToImmutable();
    }
}
