using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>One complete look at the tunnel that exposures go through.</summary>
/// <param name="Problem">Why no rule can be written, in words for a person; then the rest is empty.</param>
internal sealed record TunnelView(
    string? AccountId, string? TunnelId, string Name, JsonObject Document, int Version, ImmutableArray<LiveConnector> Connectors, string? Problem) : ITargetView
{
    public const string Target = "tunnel";
    public const string RuleKind = "TunnelRule";

    public LabFacts Facts => new(TunnelId: TunnelId);

    public static TunnelView Unusable(string problem) => new(null, null, "", [], 0, [], problem);

    public static TunnelView Of(TunnelState state) => state.Chosen is { } tunnel
        ? new TunnelView(state.AccountId, tunnel.Id, tunnel.Name, tunnel.Document, tunnel.Version, tunnel.Connectors, null)
        : Unusable(state.Problem ?? "There is no tunnel.");

    public Plan Plan(PlanRequest request) => TunnelPlanner.Plan(request, this);
}
