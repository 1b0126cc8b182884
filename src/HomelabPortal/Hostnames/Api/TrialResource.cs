using HomelabPortal.Hostnames.Trial;

namespace HomelabPortal.Hostnames.Api;

/// <summary>What would become of a request.</summary>
/// <param name="Steps">The way it goes, up to where it ends.</param>
/// <param name="Tunnel">The tunnel whose rules were asked; null when none was.</param>
/// <param name="Rules">Its rules in the order in which they are asked.</param>
/// <param name="Routes">Rules of routes that take the name, highest priority first.</param>
internal sealed record TrialResource(
    string Host, string Path, IReadOnlyList<TrialStepResource> Steps, IReadOnlyList<HostRecordResource> Records, string? Tunnel, IReadOnlyList<TriedRuleResource> Rules, IReadOnlyList<TriedRouteResource> Routes)
{
    public static TrialResource Of(TrialResult result) => new(
        result.Request.Host, result.Request.Path, [.. result.Steps.Select(step => new TrialStepResource(step.Title, step.State, step.Sentence))],
        [.. result.Records.Select(HostRecordResource.Of)], result.Tunnel?.TunnelName, [.. (result.Tunnel?.Rules ?? []).Select(TriedRuleResource.Of)], [.. result.Routes.Select(TriedRouteResource.Of)]);
}
