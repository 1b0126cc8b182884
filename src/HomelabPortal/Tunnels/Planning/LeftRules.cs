using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Pure: rules of ours in a tunnel that their name is to go through no more, since another one was chosen.
/// The ledger keeps one entry for each wish, so the old rule gets an entry of its own before the new one is made.
/// <code>
/// its wish now                              outcome
/// gone                                      as any rule that nothing asks for
/// in another tunnel, not made there yet     nothing yet
/// made there, DNS not seen                  waits
/// made there, name still led to the old     waits
/// made there, name led elsewhere            delete
/// back in this tunnel                       the rule's own entry again; this one is forgotten
/// </code>
/// </summary>
internal static class LeftRules
{
    private const string Prefix = "left/";

    /// <summary>The key of a wish's rule in a tunnel that it left.</summary>
    public static ResourceKey KeyOf(ResourceKey wish, string tunnelId) => wish with { Name = $"{Prefix}{tunnelId}/{wish.Name}" };

    /// <summary>The wish that left, or null for a rule that stands where it should.</summary>
    public static ResourceKey? WishOf(LedgerEntry entry)
    {
        var prefix = $"{Prefix}{entry.RemoteId}/";
        return entry.Key.Name.StartsWith(prefix, StringComparison.Ordinal) ? entry.Key with { Name = entry.Key.Name[prefix.Length..] } : null;
    }

    /// <summary>What we last wrote into this tunnel for a wish, whether or not it left since.</summary>
    public static LedgerEntry? EntryIn(string tunnelId, ResourceKey wish, Ledger ledger) =>
        ledger.Find(wish) is { } entry && entry.RemoteId == tunnelId ? entry : ledger.Find(KeyOf(wish, tunnelId));

    /// <summary>Remembers the rule in the tunnel that the wish leaves; one that is gone or changed by somebody is not ours to remember.</summary>
    public static void Remember(DesiredTunnelRule desired, LiveTunnel chosen, PlanRequest request, TunnelView view, PlanDraft draft)
    {
        if (request.Ledger.Find(desired.Key) is not { } entry || entry.RemoteId == chosen.Id || view.State.Find(entry.RemoteId) is not { IsRemotelyManaged: true } old)
            return;
        var isStanding = TunnelDocument.Find(old.Document, TunnelSurroundings.SlotOf(entry)) is { } live && live.IsEquivalentTo(entry.LastApplied);
        if (isStanding && request.Ledger.Find(KeyOf(desired.Key, old.Id)) is null)
            draft.Add(TunnelChanges.Leave(entry, desired, old, chosen, view.State.AccountId));
    }

    /// <summary>Why the old rule stays for now; null when it may go, as any other that nothing asks for.</summary>
    /// <param name="wish">The rule as it is wanted in the tunnel that it went to.</param>
    public static string? WhyKept(LedgerEntry entry, DesiredTunnelRule wish, LiveTunnel chosen, LiveTunnel old, PlanRequest request)
    {
        if (request.Facts.Leads is not { } leads)
            return $"The rule of {wish.Name} stays in the tunnel {old.Name} while DNS cannot be seen: the name may still lead there.";
        return leads.TryGetValue(wish.Name.Value, out var lead) && lead.TunnelId == entry.RemoteId
            ? $"The rule of {wish.Name} stays in the tunnel {old.Name} until the name leads to {chosen.Name}."
            : null;
    }
}
