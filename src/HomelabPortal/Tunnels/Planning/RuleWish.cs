using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>A wanted rule with everything that bears on it.</summary>
/// <param name="desired">The rule as it is wanted, and below as it can be written now.</param>
/// <param name="entry">What we last wrote into this tunnel for it.</param>
internal sealed class RuleWish(DesiredTunnelRule desired, TunnelSurroundings around, LedgerEntry? entry, LabFacts facts)
{
    private readonly TunnelRule? _there = around.Find(desired.Slot);
    private readonly RuleSlot? _last = entry is null ? null : TunnelSurroundings.SlotOf(entry);

    public DesiredTunnelRule Desired { get; } = desired;

    /// <summary>Null while the login it needs, or what is behind it, is not known.</summary>
    public DesiredTunnelRule? Settled { get; } = desired.Settle(facts);

    public TunnelSurroundings Around { get; } = around;

    public LiveTunnel Tunnel => Around.Tunnel;

    public LedgerEntry? Entry { get; } = entry;

    /// <summary>Ours of the same name in their order.</summary>
    public ImmutableArray<RuleSlot> Siblings { get; } = around.SiblingsOf(desired);

    /// <summary>What stands where it should be, or for one of ours that is to move, where it was.</summary>
    public TunnelRule? Live => _there ?? (_last is { } last ? Around.Find(last) : null);

    public JsonObject Wish { get; } = (desired.Settle(facts) ?? desired).ToRule();

    /// <summary>The wish, with what is not known here taken over from what stands there.</summary>
    public JsonObject After => Live is { } live ? live.With(Wish) : Wish.DeepClone().AsObject();

    public TunnelRule? Shadow => TunnelDocument.ShadowOf(Around.Rules, Desired.Slot, Siblings);

    public ContendedRule? Contention => Around.Contended.FirstOrDefault(rule => rule.Slot == Desired.Slot);

    /// <summary>Why it cannot be written: what stands there is somebody else's.</summary>
    public string? Obstacle
    {
        get
        {
            if (_there is { } there && _last != Desired.Slot)
                return NotOurs(there);
            if (!Desired.IsOfExposure || Live is not null)
                return null;
            return Around.ForeignOf(Desired.Slot.Hostname) is { } other ? NotOurs(other) : null;
        }
    }

    /// <summary>A rule that is there already stays: its own check goes on refusing whoever did not pass the login.</summary>
    public string WhyUnsettled => (Entry, facts.Logins) switch
    {
        (null, _) when Desired.WhyUnseen is { } why => $"{why} What is behind it may be a server without a login, so no tunnel rule is written for {Desired.Name} until that is seen.",
        _ when Desired.WhyUnseen is { } why => $"{why} The rule of {Desired.Name} stays as it was until that is seen.",
        (null, null) => $"The login of {Desired.Name} cannot be set up now. Until it is, no tunnel rule is written.",
        (null, _) => $"The login of {Desired.Name} is not set up yet. Until it is, no tunnel rule is written.",
        (_, null) => $"The login of {Desired.Name} cannot be seen now, so its rule stays as it was and goes on asking for it.",
        _ => $"The login of {Desired.Name} is gone. Its rule stays and refuses everybody until the login is back.",
    };

    private string NotOurs(TunnelRule rule) =>
        $"The tunnel {Tunnel.Name} already has the rule {rule}, which the portal did not make. "
        + (Desired.IsOfExposure ? "Remove it in the dashboard first, or choose another hostname." : "Adopt it on the tunnel's page, or choose another name or path.");
}
