using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Api;

/// <summary>One hostname, and how DNS, the tunnels and the ingress agree on it.</summary>
/// <param name="Reason">Why it is of this class.</param>
/// <param name="Login">The name of the login in front; null when none is needed.</param>
/// <param name="InHouse">What a client in the house gets.</param>
/// <param name="FromInternet">What a client on the Internet gets.</param>
/// <param name="AnswersFor">Of a wildcard, the names that it answers for.</param>
/// <param name="ExposureId">What declares it here.</param>
/// <param name="Probe">What it answered when it was last asked from outside; null when it never was.</param>
internal sealed record HostnameResource(
    string Name, string Zone, HostnameClass Class, HealthState State, string Reason, HostReach Reach, LoginKind LoginKind, string? Login, string InHouse, string FromInternet,
    IReadOnlyList<HostRecordResource> Dns, IReadOnlyList<HostRuleResource> Tunnel, IReadOnlyList<HostRouteResource> Ingress, IReadOnlyList<string> AnswersFor,
    IReadOnlyList<MendingResource> Mendings, string? ExposureId, ProbeResource? Probe)
{
    public static HostnameResource Of(HostnameRow row, ProbeState probes) => new(
        row.Name, row.Zone, row.Class, row.State, row.Reason, row.Reach, row.Login.Kind, row.Login.Text.Length > 0 ? row.Login.Text : null, row.InHouse, row.FromInternet,
        [.. row.Dns.Select(HostRecordResource.Of)], [.. row.Tunnel.Select(HostRuleResource.Of)], [.. row.Routes.Select(HostRouteResource.Of)], [.. row.AnswersFor],
        [.. row.Mendings.Select(step => new MendingResource(step.Kind, step.Text, step.Href))], row.ExposureId,
        probes.Of(row.Name) is { } probe ? ProbeResource.Of(probe) : null);
}
