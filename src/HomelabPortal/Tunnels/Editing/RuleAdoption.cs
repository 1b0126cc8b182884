using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Editing;

/// <summary>Takes a foreign rule into the portal's care as it stands, and lets one of ours go without touching it.</summary>
internal sealed class RuleAdoption(DesiredActs acts, TimeProvider time)
{
    /// <summary>The rule as an entry; the fault says why it cannot be one.</summary>
    public static (TunnelEntry? Entry, string? Fault) Draft(TunnelRule rule, string tunnelId, string id, DesiredState state)
    {
        if (rule.IsCatchAll)
            return (null, "The last rule catches everything and stays as it is.");
        var text = new RuleText(rule.Hostname, rule.Path, rule.Service, rule.OriginRequest?.ToJsonString(), null, IsPublicWithoutLogin: true, HasRecord: false);
        var (entry, faults) = RuleChecks.Read(text, id, tunnelId, RuleRanks.New(state, tunnelId, default, null), state);
        if (entry is null)
            return (null, string.Join(' ', faults.Values));
        return (entry with { Rank = RuleRanks.New(state, tunnelId, entry.Name, entry.Path) }, null);
    }

    /// <summary>What stands there goes into the ledger with the edit, so that the plan after it is empty.</summary>
    public Task<ActionOutcome> AdoptAsync(TunnelEntry entry, TunnelRule rule, Actor actor, CancellationToken cancellationToken)
    {
        var known = new LedgerEntry(DesiredTunnelRule.KeyOf(entry), entry.Id, entry.TunnelId, rule.Json.DeepClone());
        return acts.SaveAsync(new DesiredEdit.PutTunnelEntry(entry), $"Adopt the tunnel rule {rule}", actor, cancellationToken, alongside: (context, _) =>
        {
            context.Ledger.Add(known.ToRow(time.GetUtcNow().UtcTicks));
            return Task.CompletedTask;
        });
    }

    /// <summary>Forgets the rule; it stays in the tunnel as somebody else's.</summary>
    public Task<ActionOutcome> ReleaseAsync(TunnelEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        var key = DesiredTunnelRule.KeyOf(entry);
        return acts.SaveAsync(new DesiredEdit.RemoveTunnelEntry(entry.Id), $"Release the tunnel rule {entry.Name}{entry.Path}", actor, cancellationToken, alongside: async (context, cancellation) =>
        {
            if (await context.Ledger.FindAsync([key.Target, key.Kind, key.Name], cancellation) is { } row)
                context.Ledger.Remove(row);
        });
    }
}
