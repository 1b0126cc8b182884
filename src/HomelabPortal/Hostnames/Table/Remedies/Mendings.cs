using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Table.Remedies;

/// <summary>The steps that would mend a hostname, the likeliest first.</summary>
internal static class Mendings
{
    public static ValueList<Mending> Of(HostnameClass kind, HostView host, HostLogin login, HostnameFacts facts) => [.. Steps(kind, host, login, facts)];

    private static IEnumerable<Mending> Steps(HostnameClass kind, HostView host, HostLogin login, HostnameFacts facts) => kind switch
    {
        HostnameClass.DanglingCname => host.Dns.Where(part => part.Lead.Kind == LeadKind.DeadTunnel).Select(part => MendLinks.Record(part, "Remove the record")),
        HostnameClass.OrphanDns => [.. OwnRecords(host, "Remove the record"), .. Expose(host, "Expose a service here")],
        HostnameClass.OrphanRule => host.Unled.Take(1).SelectMany(part => new[] { MendLinks.Rule(part, "Remove the rule"), MendLinks.AddTunnelRecord(host.Name, ZoneOf(host), part.TunnelId) }),
        HostnameClass.RouteWithoutDns => [.. AddRecord(host, facts), .. OwnRecords(host, "Change the record")],
        HostnameClass.Shadowed => host.Tunnel.FirstOrDefault(part => part is { IsLed: true, IsAsked: false }) is { } buried
            ? [MendLinks.Rule(buried, "Put the rule higher")]
            : host.Dns.Count > 0 ? OwnRecords(host, "See the record in its way") : AddRecord(host, facts),
        HostnameClass.ExposedNotDeclared => Declare(host, login),
        HostnameClass.DeclaredMissing => Missing(host),
        _ => [],
    };

    private static IEnumerable<Mending> Declare(HostView host, HostLogin login)
    {
        foreach (var step in Expose(host, "Declare it here", isPublic: true))
            yield return step;
        if (login.Kind is LoginKind.None or LoginKind.Partly)
            yield return MendLinks.Logins("Put a login in front");
        foreach (var step in OwnRecords(host, "Take it off the Internet"))
            yield return step;
    }

    private static IEnumerable<Mending> Missing(HostView host)
    {
        if (host.Exposure is { } exposure)
            return [new Mending(MendKind.SeeExposure, "See what is missing", $"/exposures/{exposure.Id}")];
        return host.Records.Length > 0 ? [MendLinks.Records(host.Name, "See the record")] : host.Rules.Take(1).Select(rule => MendLinks.Tunnel(rule.TunnelId, "See the rule"));
    }

    private static IEnumerable<Mending> OwnRecords(HostView host, string text) =>
        host.Dns.Where(part => part.Name == host.Name).Take(1).Select(part => MendLinks.Record(part, text));

    private static IEnumerable<Mending> Expose(HostView host, string text, bool isPublic = false) => host.IsWildcard
        ? []
        : [MendLinks.Expose(host.Name, host.Routes.Select(route => route.ServiceKey).FirstOrDefault(key => key is not null), isPublic, text)];

    private static string ZoneOf(HostView host) => host.Zone?.Zone.Name ?? "";

    private static IEnumerable<Mending> AddRecord(HostView host, HostnameFacts facts) => facts.LanAddresses.Take(1).Select(address => MendLinks.AddAddress(host.Name, ZoneOf(host), address));
}
