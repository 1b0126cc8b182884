using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Decides what happens to the rules of the tunnel. Rules carry no mark, so "ours" means: in the ledger for this tunnel, and "edited" means: not as we last wrote it.
/// <code>
/// wanted  live rule               ledger  outcome
/// yes     any                     any     refused when no tunnel is chosen or the tunnel is configured by a local file
/// guarded any                     any     waits while its login is not known to be in place; a rule that is there stays
/// yes     none                    no      create above every wildcard that would swallow it; refused when another rule has the hostname with a path
/// yes     none                    yes     create again, as drift
/// yes     equal, reachable        yes     in sync; waits while a connector works by an older document or none is running
/// yes     equal, below a wildcard yes     update: moved up, as drift
/// yes     differs                 yes     update; drift when the wish is what we last applied
/// yes     there                   no      refused: it is not ours
/// no      as last applied         yes     delete
/// no      edited, none            yes     release
/// no      in another tunnel       yes     release
/// </code>
/// </summary>
internal static class TunnelPlanner
{
    public static Plan Plan(PlanRequest request, TunnelView view)
    {
        var draft = new PlanDraft();
        var wanted = new HashSet<ResourceKey>();
        foreach (var refused in request.Desired.OfType<RefusedResource>().Where(refused => refused.Key.Target == TunnelView.Target))
            draft.Refuse(refused, refused.Why);
        foreach (var desired in request.Desired.OfType<DesiredTunnelRule>())
        {
            wanted.Add(desired.Key);
            if (view.Problem is { } problem)
                draft.Refuse(desired, problem);
            else if (desired.Settle(request.Facts) is { } settled)
                PlanWanted(settled, view, EntryOf(request.Ledger, desired.Key, view), draft);
            else
                draft.Wait(desired, WhyUnsettled(desired, request.Facts, EntryOf(request.Ledger, desired.Key, view)));
        }

        // Without a tunnel to look at, what is gone and what is not cannot be told.
        if (view.Problem is null)
        {
            foreach (var entry in request.Ledger.Of(TunnelView.Target).Where(entry => !wanted.Contains(entry.Key)))
                PlanUnwanted(entry, view, draft);
        }

        return draft.ToPlan();
    }

    /// <summary>A rule that is there already stays: its own check goes on refusing whoever did not pass the login.</summary>
    private static string WhyUnsettled(DesiredTunnelRule desired, LabFacts facts, LedgerEntry? entry) => (entry, facts.Logins) switch
    {
        (null, null) => $"The login of {desired.Hostname} cannot be set up now. Until it is, no tunnel rule is written.",
        (null, _) => $"The login of {desired.Hostname} is not set up yet. Until it is, no tunnel rule is written.",
        (_, null) => $"The login of {desired.Hostname} cannot be seen now, so its rule stays as it was and goes on asking for it.",
        _ => $"The login of {desired.Hostname} is gone. Its rule stays and refuses everybody until the login is back.",
    };

    private static LedgerEntry? EntryOf(Ledger ledger, ResourceKey key, TunnelView view) =>
        ledger.Find(key) is { } entry && entry.RemoteId == view.TunnelId ? entry : null;

    private static void PlanWanted(DesiredTunnelRule desired, TunnelView view, LedgerEntry? entry, PlanDraft draft)
    {
        var hostname = desired.Hostname.Value;
        var live = TunnelDocument.Find(view.Document, hostname);
        if (live is not { } rule)
            PlanMissing(desired, view, entry, draft);
        else if (entry is null)
            draft.Refuse(desired, $"The tunnel {view.Name} already has the rule {rule}, which the portal did not make. Remove it in the dashboard first, or choose another hostname.");
        else if (!rule.IsEquivalentTo(desired.ToRule()))
            PlanDifferent(desired, rule, view, entry, draft);
        else if (TunnelDocument.ShadowOf(view.Document, hostname) is { } shadow)
            draft.Add(Write(desired, view, ChangeKind.Update, rule, $"{rule}: moved above {shadow}", $"{shadow} stands above it and swallows its requests", isDrift: true));
        else if (WhyNotLive(view) is { } why)
            draft.Wait(desired, why);
    }

    private static void PlanMissing(DesiredTunnelRule desired, TunnelView view, LedgerEntry? entry, PlanDraft draft)
    {
        var description = new TunnelRule(desired.ToRule()).ToString();
        foreach (var other in TunnelDocument.Rules(view.Document).Where(rule => rule.Hostname == desired.Hostname.Value))
        {
            draft.Refuse(desired, $"The tunnel {view.Name} already has the rule {other}, which the portal did not make. Remove it in the dashboard first, or choose another hostname.");
            return;
        }

        draft.Add(Write(desired, view, ChangeKind.Create, null, description, entry is null ? "it does not exist yet" : "somebody deleted it", isDrift: entry is not null));
    }

    private static void PlanDifferent(DesiredTunnelRule desired, TunnelRule live, TunnelView view, LedgerEntry entry, PlanDraft draft)
    {
        var wish = new TunnelRule(desired.ToRule());
        var isDrift = wish.IsEquivalentTo(entry.LastApplied);
        var fields = live.Service == wish.Service ? "settings put back" : $"{live.Service} → {wish.Service}";
        draft.Add(Write(desired, view, ChangeKind.Update, live, $"{wish.Hostname}: {fields}", isDrift ? "somebody changed it" : "the exposure changed", isDrift));
    }

    private static void PlanUnwanted(LedgerEntry entry, TunnelView view, PlanDraft draft)
    {
        var live = TunnelDocument.Find(view.Document, entry.Key.Name);
        if (entry.RemoteId != view.TunnelId)
            draft.Release(entry, ChangeStage.WithdrawTunnel, $"it is in the tunnel {entry.RemoteId}, which exposures no longer go through");
        else if (live is not { } rule)
            draft.Release(entry, ChangeStage.WithdrawTunnel, "it is already gone");
        else if (!rule.IsEquivalentTo(entry.LastApplied))
            draft.Release(entry, ChangeStage.WithdrawTunnel, $"somebody changed it to {rule}, so it stays");
        else
            draft.Add(Delete(entry, rule, view));
    }

    private static string? WhyNotLive(TunnelView view)
    {
        if (view.Connectors.IsEmpty)
            return $"No connector of the tunnel {view.Name} is running. Start cloudflared.";
        var behind = view.Connectors.FirstOrDefault(connector => connector.ConfigVersion is not { } version || version < view.Version);
        if (behind is null)
            return null;
        return behind.ConfigVersion is { } old
            ? $"Connector {behind.Id} still works by version {old} of the routes; the newest is {view.Version}."
            : $"Connector {behind.Id} has not said which version of the routes it works by; the newest is {view.Version}.";
    }

    private static Change Write(
        DesiredTunnelRule desired, TunnelView view, ChangeKind kind, TunnelRule? live, string description, string reason, bool isDrift) => new()
    {
        Kind = kind,
        Key = desired.Key,
        OwnerId = desired.OwnerId,
        Stage = ChangeStage.BuildTunnel,
        Description = $"tunnel rule {description}",
        Reason = reason,
        Before = live?.Json.DeepClone(),
        After = desired.ToRule(),
        RemoteId = view.TunnelId,
        IsDrift = isDrift,
        Request = Put(view),
    };

    private static Change Delete(LedgerEntry entry, TunnelRule live, TunnelView view) => new()
    {
        Kind = ChangeKind.Delete,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawTunnel,
        Description = $"tunnel rule {live}",
        Reason = "nothing asks for it any more",
        Before = live.Json.DeepClone(),
        RemoteId = view.TunnelId,
        Request = Put(view),
    };

    private static string Put(TunnelView view) =>
        $"PUT /accounts/{view.AccountId}/cfd_tunnel/{view.TunnelId}/configurations (on version {view.Version})";
}
