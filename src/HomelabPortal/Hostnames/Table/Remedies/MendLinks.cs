using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Table.Remedies;

/// <summary>The addresses of the pages that mend, filled in. They are other rooms' pages: only here are they known.</summary>
internal static class MendLinks
{
    public static Mending Expose(string host, string? service, bool isPublic, string text) => new(
        MendKind.Expose, text, $"/exposures/new?host={Escape(host)}{(service is null ? "" : $"&service={Escape(service)}")}{(isPublic ? "&reach=internet" : "")}");

    public static Mending AddAddress(string name, string zone, string address) => new(
        MendKind.AddRecord, "Add a record", $"/dns/new?zone={Escape(zone)}&name={Escape(name)}&type={(address.Contains(':') ? "AAAA" : "A")}&content={Escape(address)}");

    public static Mending AddTunnelRecord(string name, string zone, string tunnelId) => new(
        MendKind.AddRecord, "Add the record", $"/dns/new?zone={Escape(zone)}&name={Escape(name)}&type=CNAME&content={Escape(tunnelId)}{RecordLeads.TunnelSuffix}&proxied=true");

    public static Mending Record(DnsPart part, string text) => new(MendKind.SeeRecord, text, $"/dns/{Escape(part.Zone)}/{Escape(part.RecordId)}");

    public static Mending Records(string name, string text) => new(MendKind.SeeRecord, text, $"/dns?q={Escape(name)}");

    public static Mending Rule(TunnelPart part, string text) => new(MendKind.SeeRule, text, $"/tunnels/{Escape(part.TunnelId)}");

    public static Mending Tunnel(string id, string text) => new(MendKind.SeeRule, text, $"/tunnels/{Escape(id)}");

    public static Mending Logins(string text) => new(MendKind.SeeLogins, text, "/logins");

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
