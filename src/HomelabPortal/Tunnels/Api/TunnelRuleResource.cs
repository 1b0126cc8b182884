using System.Text.Json.Nodes;
using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Api;

/// <summary>A free rule that is wanted, and how it stands.</summary>
/// <param name="HasRecord">The name's CNAME to the tunnel is wanted with it.</param>
/// <param name="Rank">Among the rules of one name the lower one stands first.</param>
/// <param name="Explanation">Why the phase is what it is; null when all is well.</param>
internal sealed record TunnelRuleResource(
    string Id, string TunnelId, string Name, string? Path, string Service, JsonObject? OriginRequest, string? LoginPolicy, bool IsPublicWithoutLogin, bool HasRecord, int Rank,
    OwnerPhase Phase, string? Explanation)
{
    public static TunnelRuleResource Of(TunnelEntry entry, ReconcileStatus status)
    {
        // A rule edited since the last look is not judged yet.
        var owner = status.Judged.TunnelEntries.Contains(entry) ? status.Of(entry.Id) : null;
        return Of(entry, owner?.Phase ?? OwnerPhase.Pending, owner?.Explanation);
    }

    public static ApiAnswer Saved(TunnelEntry entry, int status) => ApiAnswer.Of(Of(entry, OwnerPhase.Pending, null), TagOf(entry), status);

    public ApiAnswer ToAnswer(TunnelEntry entry) => ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(entry), $"{Phase} {Explanation}"));

    public static string TagOf(TunnelEntry entry) => EntityTags.Of(DesiredJson.Write(entry));

    private static TunnelRuleResource Of(TunnelEntry entry, OwnerPhase phase, string? explanation) => new(
        entry.Id, entry.TunnelId, entry.Name.Value, entry.Path, entry.Service, entry.OriginRequest is null ? null : JsonNode.Parse(entry.OriginRequest) as JsonObject,
        entry.LoginPolicy, entry.IsPublicWithoutLogin, entry.HasRecord, entry.Rank, phase, explanation);
}
