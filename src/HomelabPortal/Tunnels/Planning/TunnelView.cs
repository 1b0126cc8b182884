using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>One complete look at the tunnels of the account.</summary>
internal sealed record TunnelView(TunnelState State) : ITargetView
{
    public const string Target = "tunnel";
    public const string RuleKind = "TunnelRule";

    public LabFacts Facts => new(TunnelId: State.ChosenId);

    public static TunnelView Unusable(string problem) => new(TunnelState.Empty with { Problem = problem });

    public Plan Plan(PlanRequest request) => TunnelPlanner.Plan(request, this);

    /// <summary>The tunnel that a rule belongs in, or why none can take it.</summary>
    public (LiveTunnel? Tunnel, string Problem) PlaceOf(DesiredTunnelRule rule)
    {
        if (rule.IsOfExposure)
            return (State.Chosen, State.Problem ?? "There is no tunnel.");
        if (State.Find(rule.TunnelId) is not { } tunnel)
            return (null, $"The tunnel {rule.TunnelId} is not in this account any more. Remove the rule, or make it in another tunnel.");
        return tunnel.IsRemotelyManaged
            ? (tunnel, "")
            : (null, $"The tunnel {tunnel.Name} takes its routes from a file beside its connector, so the portal cannot change them.");
    }
}
