using System.Text.Json.Nodes;
using HomelabPortal.Tunnels.Pages.Rules;

namespace HomelabPortal.Tunnels.Api;

/// <summary>A rule as it stands in a tunnel, in its place.</summary>
/// <param name="Hostname">Empty for the last rule, which catches everything else.</param>
/// <param name="EntryId">The free rule of the portal that it is; null for others.</param>
/// <param name="ExposureId">The exposure that it serves; null for others.</param>
internal sealed record LiveRuleResource(
    int Number, string Hostname, string? Path, string Service, JsonObject? OriginRequest, string? EntryId, string? ExposureId, IReadOnlyList<string> Warnings)
{
    public static LiveRuleResource Of(RuleLine line) => new(
        line.Number, line.Rule.Hostname, line.Rule.Path is { Length: > 0 } path ? path : null, line.Rule.Service, line.Rule.OriginRequest?.DeepClone().AsObject(),
        line.Entry?.Id, line.Exposure?.Id, line.Warnings);
}
