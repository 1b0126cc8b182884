using System.Collections.Immutable;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>One tunnel as a planner looks things up in it: hundreds of rules are planned against the same document.</summary>
internal sealed class TunnelSurroundings
{
    private readonly Dictionary<RuleSlot, TunnelRule> _bySlot = [];
    private readonly ILookup<string, DesiredTunnelRule> _wanted;
    private readonly HashSet<RuleSlot> _owned;

    public TunnelSurroundings(LiveTunnel tunnel, IEnumerable<DesiredTunnelRule> wanted, PlanRequest request, TunnelView view)
    {
        Tunnel = tunnel;
        View = view;
        AccountId = view.State.AccountId;
        Rules = TunnelDocument.Rules(tunnel.Document);
        foreach (var rule in Rules)
            _bySlot.TryAdd(rule.Slot, rule);
        _wanted = wanted.ToLookup(rule => rule.Name.Value, StringComparer.Ordinal);
        _owned = request.Ledger.Of(TunnelView.Target).Where(entry => entry.RemoteId == tunnel.Id).Select(SlotOf).ToHashSet();
        Contended = [.. view.State.Contended.Where(rule => rule.TunnelId == tunnel.Id)];
    }

    public LiveTunnel Tunnel { get; }

    /// <summary>All tunnels.</summary>
    public TunnelView View { get; }

    public string? AccountId { get; }

    public ImmutableArray<TunnelRule> Rules { get; }

    public ImmutableArray<ContendedRule> Contended { get; }

    public static RuleSlot SlotOf(LedgerEntry entry) => new TunnelRule(entry.LastApplied.AsObject()).Slot;

    public TunnelRule? Find(RuleSlot slot) => _bySlot.TryGetValue(slot, out var rule) ? rule : null;

    /// <summary>Ours of one name in their order.</summary>
    public ImmutableArray<RuleSlot> SiblingsOf(DesiredTunnelRule rule) =>
        DesiredTunnelRule.InOrder(_wanted[rule.Name.Value].DistinctBy(sibling => sibling.Slot));

    /// <summary>A rule for the hostname that the ledger does not know.</summary>
    public TunnelRule? ForeignOf(string hostname)
    {
        foreach (var rule in Rules)
        {
            if (rule.Hostname == hostname && !_owned.Contains(rule.Slot))
                return rule;
        }

        return null;
    }
}
