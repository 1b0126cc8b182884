using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels;

/// <summary>A change of the plan, read as what it does to a document.</summary>
/// <param name="Was">Where the rule stands now, or will stand.</param>
/// <param name="After">The rule as it should be; null when it goes.</param>
/// <param name="Siblings">Our own rules of the name in the order in which they should stand, this one among them.</param>
internal sealed record RuleChange(RuleSlot Was, TunnelRule? After, ImmutableArray<RuleSlot> Siblings)
{
    public static RuleChange Of(Change change)
    {
        TunnelRule? after = change.After is JsonObject json ? new TunnelRule(json) : null;
        var was = change.Before is JsonObject before ? new TunnelRule(before).Slot : after?.Slot ?? default;
        return new RuleChange(was, after, SiblingsOf(change.Hint));
    }

    /// <summary>How the order travels with a change; one alone has none.</summary>
    public static JsonNode? HintOf(ImmutableArray<RuleSlot> siblings) => siblings.Length < 2
        ? null
        : new JsonArray([.. siblings.Select(slot => (JsonNode)new JsonObject { ["hostname"] = slot.Hostname, ["path"] = slot.Path })]);

    private static ImmutableArray<RuleSlot> SiblingsOf(JsonNode? hint) =>
        hint is JsonArray slots ? [.. slots.OfType<JsonObject>().Select(slot => new TunnelRule(slot).Slot)] : [];
}
