using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Decides what happens to the rules of the tunnels. Rules carry no mark, so "ours" means: in the ledger for this tunnel, and "edited" means: not as we last wrote it.
/// <code>
/// wanted  live rule               ledger  outcome
/// yes     any                     any     refused when there is no such tunnel or it is configured by a local file
/// guarded any                     any     waits while its login is not known to be in place; a rule that is there stays
/// unseen  any                     any     waits while nobody can tell what is behind it; a rule that is there stays
/// twice   any                     any     the second one is refused
/// yes     none                    no      create above every rule that would swallow it; an exposure is refused when a foreign rule has its hostname with a path
/// yes     none                    yes     create again, as drift
/// yes     equal, reachable        yes     in sync, and noted for the owner who has the name now; waits while a connector works by an older document or none is running
/// yes     equal, below a wildcard yes     update: moved up, as drift
/// yes     differs, or elsewhere   yes     update in its place; drift when the wish is what we last applied
/// yes     undone again and again  yes     refused as contended, until a person hands it over or insists
/// yes     there                   no      refused: it is not ours
/// yes     in another tunnel       yes     create here; the old rule goes once the name leads here, see LeftRules
/// no      as last applied         yes     delete
/// no      edited, none            yes     release
/// no      its tunnel is gone      yes     release
/// no      no tunnel can be seen   yes     refused: what is gone and what is not cannot be told
/// </code>
/// </summary>
internal static class TunnelPlanner
{
    public static Plan Plan(PlanRequest request, TunnelView view)
    {
        var draft = new PlanDraft();
        foreach (var refused in request.Desired.OfType<RefusedResource>().Where(refused => refused.Key.Target == TunnelView.Target))
            draft.Refuse(refused, refused.Why);
        var wanted = request.Desired.OfType<DesiredTunnelRule>().ToList();
        var inTunnels = wanted.ToLookup(desired => view.PlaceOf(desired).Tunnel?.Id);
        foreach (var desired in inTunnels[null])
            draft.Refuse(desired, view.PlaceOf(desired).Problem);
        foreach (var tunnel in view.State.Tunnels)
            PlanTunnel(new TunnelSurroundings(tunnel, inTunnels[tunnel.Id], request, view), inTunnels[tunnel.Id], request, draft);
        var keys = wanted.Select(desired => desired.Key).ToHashSet();
        foreach (var entry in request.Ledger.Of(TunnelView.Target).Where(entry => !keys.Contains(entry.Key)))
            PlanUnwanted(entry, wanted, request, view, draft);
        return draft.ToPlan();
    }

    private static void PlanTunnel(TunnelSurroundings around, IEnumerable<DesiredTunnelRule> wanted, PlanRequest request, PlanDraft draft)
    {
        var planned = new HashSet<RuleSlot>();
        foreach (var desired in wanted)
        {
            LeftRules.Remember(desired, around.Tunnel, request, around.View, draft);
            if (planned.Add(desired.Slot))
                PlanWanted(new RuleWish(desired, around, LeftRules.EntryIn(around.Tunnel.Id, desired.Key, request.Ledger), request.Facts), draft);
            else
                draft.Refuse(desired, $"Two entries of this portal want the rule {desired.Slot} in the tunnel {around.Tunnel.Name}. Remove one of them.", field: RefusalField.Hostname);
        }
    }

    private static void PlanWanted(RuleWish wish, PlanDraft draft)
    {
        if (wish.Settled is null)
            draft.Wait(wish.Desired, wish.WhyUnsettled);
        else if (wish.Obstacle is { } obstacle)
            draft.Refuse(wish.Desired, obstacle, field: RefusalField.Hostname);
        else if (wish.Live is { } live && live.IsEquivalentTo(wish.After) && wish.Shadow is null)
        {
            if (wish.Entry is { } entry && (entry.Key != wish.Desired.Key || entry.OwnerId != wish.Desired.OwnerId))
                draft.Add(TunnelChanges.Keep(wish, live));
            if (WhyNotLive(wish.Tunnel) is { } why)
                draft.Wait(wish.Desired, why);
        }
        else if (wish.Entry is not null && wish.Contention is { } contention)
            draft.Contend(wish.Desired, contention.ToString(), contention.Writer);
        else
            draft.Add(TunnelChanges.Of(wish));
    }

    private static void PlanUnwanted(LedgerEntry entry, List<DesiredTunnelRule> wanted, PlanRequest request, TunnelView view, PlanDraft draft)
    {
        if (view.State.Find(entry.RemoteId) is not { } tunnel)
            PlanWithoutTunnel(entry, view.State, draft);
        else if (wanted.Find(rule => rule.Key == LeftRules.WishOf(entry)) is not { } wish)
            PlanUnwanted(entry, tunnel, view, draft);
        else if (view.PlaceOf(wish).Tunnel is { } chosen && request.Ledger.Find(wish.Key)?.RemoteId == chosen.Id)
            PlanLeft(entry, wish, tunnel, chosen, request, view, draft);
    }

    private static void PlanLeft(
        LedgerEntry entry, DesiredTunnelRule wish, LiveTunnel tunnel, LiveTunnel chosen, PlanRequest request, TunnelView view, PlanDraft draft)
    {
        if (chosen == tunnel)
            draft.Release(entry, ChangeStage.WithdrawTunnel, "the name goes through this tunnel again");
        else if (LeftRules.WhyKept(entry, wish, chosen, tunnel, request) is { } why)
            draft.Keep(entry, why);
        else
            PlanUnwanted(entry, tunnel, view, draft);
    }

    private static void PlanWithoutTunnel(LedgerEntry entry, TunnelState state, PlanDraft draft)
    {
        if (state.Tunnels.IsEmpty && state.Problem is { } problem)
            draft.Refuse(entry, $"The rule {new TunnelRule(entry.LastApplied.AsObject())} should go, but no tunnel can be seen. {problem}");
        else
            draft.Release(entry, ChangeStage.WithdrawTunnel, $"the tunnel {entry.RemoteId} is gone");
    }

    private static void PlanUnwanted(LedgerEntry entry, LiveTunnel tunnel, TunnelView view, PlanDraft draft)
    {
        if (!tunnel.IsRemotelyManaged)
            draft.Release(entry, ChangeStage.WithdrawTunnel, $"the tunnel {tunnel.Name} takes its routes from a file now");
        else if (TunnelDocument.Find(tunnel.Document, TunnelSurroundings.SlotOf(entry)) is not { } live)
            draft.Release(entry, ChangeStage.WithdrawTunnel, "it is already gone");
        else if (!live.IsEquivalentTo(entry.LastApplied))
            draft.Release(entry, ChangeStage.WithdrawTunnel, $"somebody changed it to {live}, so it stays");
        else
            draft.Add(TunnelChanges.Delete(entry, live, tunnel, view.State.AccountId));
    }

    private static string? WhyNotLive(LiveTunnel tunnel)
    {
        if (tunnel.Connectors.IsEmpty)
            return $"No connector of the tunnel {tunnel.Name} is running. Start cloudflared.";
        var behind = tunnel.Connectors.FirstOrDefault(connector => connector.ConfigVersion is not { } version || version < tunnel.Version);
        if (behind is null)
            return null;
        return behind.ConfigVersion is { } old
            ? $"Connector {behind.Id} still works by version {old} of the routes; the newest is {tunnel.Version}."
            : $"Connector {behind.Id} has not said which version of the routes it works by; the newest is {tunnel.Version}.";
    }
}
