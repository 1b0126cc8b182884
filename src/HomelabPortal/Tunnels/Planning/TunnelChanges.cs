using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>Pure: the changes a plan can have for one rule, in words and as JSON.</summary>
internal static class TunnelChanges
{
    public static Change Of(RuleWish wish)
    {
        if (wish.Live is not { } live)
            return Create(wish);
        return live.IsEquivalentTo(wish.After) && wish.Shadow is { } shadow ? Move(wish, live, shadow) : Update(wish, live);
    }

    private static Change Create(RuleWish wish) => Write(
        wish, ChangeKind.Create, null, new TunnelRule(wish.After).ToString(), wish.Entry is null ? "it does not exist yet" : "somebody deleted it", isDrift: wish.Entry is not null);

    private static Change Update(RuleWish wish, TunnelRule live)
    {
        var after = new TunnelRule(wish.After);
        var isDrift = new TunnelRule(wish.Wish).IsEquivalentTo(wish.Entry!.LastApplied) || after.IsEquivalentTo(wish.Entry.LastApplied);
        var reason = isDrift ? "somebody changed it" : wish.Desired.IsOfExposure ? "the exposure changed" : "the rule was edited";
        return Write(wish, ChangeKind.Update, live, $"{after.Slot}: {Fields(live, after, isDrift)}", reason, isDrift);
    }

    private static Change Move(RuleWish wish, TunnelRule live, TunnelRule shadow)
    {
        // Ours in another order than ours is an edit of the owner's; anything else above it was put there by somebody.
        var isOwnOrder = wish.Siblings.Contains(shadow.Slot);
        var reason = isOwnOrder ? "the order was changed" : $"{shadow} stands above it and swallows its requests";
        return Write(wish, ChangeKind.Update, live, $"{live}: moved above {shadow}", reason, isDrift: !isOwnOrder);
    }

    /// <summary>As wanted already; only the ledger is to know for whom.</summary>
    public static Change Keep(RuleWish wish, TunnelRule live) => Write(
        wish, ChangeKind.Adopt, live, live.ToString(),
        wish.Entry!.OwnerId == wish.Desired.OwnerId ? "the name goes through this tunnel again" : "another entry had the name before", isDrift: false) with
    {
        Request = Get(wish.Tunnel, wish.Around.AccountId),
    };

    /// <summary>The ledger remembers a rule in the tunnel that its name leaves; before the rule is made in the other one, whose entry takes the place of this.</summary>
    public static Change Leave(LedgerEntry entry, DesiredTunnelRule desired, LiveTunnel old, LiveTunnel chosen, string? accountId) => new()
    {
        Kind = ChangeKind.Adopt,
        Key = LeftRules.KeyOf(entry.Key, old.Id),
        OwnerId = desired.OwnerId,
        Stage = ChangeStage.BuildAccess,
        Description = $"tunnel rule {new TunnelRule(entry.LastApplied.AsObject())} in {old.Name}",
        Reason = $"it stays there until {desired.Name} leads to {chosen.Name}",
        Before = entry.LastApplied.DeepClone(),
        After = entry.LastApplied.DeepClone(),
        RemoteId = old.Id,
        Request = Get(old, accountId),
    };

    public static Change Delete(LedgerEntry entry, TunnelRule live, LiveTunnel tunnel, string? accountId) => new()
    {
        Kind = ChangeKind.Delete,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawTunnel,
        Description = $"tunnel rule {live}",
        Reason = "nothing asks for it any more",
        Before = live.Json.DeepClone(),
        RemoteId = tunnel.Id,
        Request = Put(tunnel, accountId),
    };

    private static string Fields(TunnelRule live, TunnelRule after, bool isDrift)
    {
        var fields = new List<string>();
        if (live.Slot != after.Slot)
            fields.Add($"{live.Slot} → {after.Slot}");
        if (live.Service != after.Service)
            fields.Add($"{live.Service} → {after.Service}");
        if (fields.Count == 0)
            fields.Add(isDrift ? "settings put back" : "settings changed");
        return string.Join(", ", fields);
    }

    private static Change Write(RuleWish wish, ChangeKind kind, TunnelRule? live, string description, string reason, bool isDrift) => new()
    {
        Kind = kind,
        Key = wish.Desired.Key,
        OwnerId = wish.Desired.OwnerId,
        Stage = ChangeStage.BuildTunnel,
        Description = $"tunnel rule {description}",
        Reason = reason,
        Before = live?.Json.DeepClone(),
        After = wish.After,
        RemoteId = wish.Tunnel.Id,
        IsDrift = isDrift,
        Hint = RuleChange.HintOf(wish.Siblings),
        Request = Put(wish.Tunnel, wish.Around.AccountId),
    };

    private static string Get(LiveTunnel tunnel, string? accountId) => $"GET /accounts/{accountId}/cfd_tunnel/{tunnel.Id}/configurations";

    private static string Put(LiveTunnel tunnel, string? accountId) =>
        $"PUT /accounts/{accountId}/cfd_tunnel/{tunnel.Id}/configurations (on version {tunnel.Version})";
}
