using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Pages;

/// <summary>The parts of a row in a few words, as a table cell has room for.</summary>
internal static class HostnameWords
{
    public const string None = "–";

    public static string Dns(HostnameRow row) => row.Dns switch
    {
        [] => None,
        [var only] => only.Text,
        [var first, ..] => $"{first.Text} and {row.Dns.Count - 1} more",
    };

    public static string DnsShort(HostnameRow row) => row.Dns switch
    {
        [] => None,
        [var only] => Short(only),
        [var first, ..] => $"{Short(first)} +{row.Dns.Count - 1}",
    };

    public static string TunnelShort(HostnameRow row) => Decisive(row) switch
    {
        null => None,
        { IsCatchAll: true } => "catch-all",
        { LeadsToIngress: true } => "→ ingress",
        { } part => $"→ {part.Service[(part.Service.IndexOf("//", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..]}",
    };

    public static string Tunnel(HostnameRow row) =>
        Decisive(row) is { } part ? Rule(part) : None;

    public static string Ingress(HostnameRow row) => row.Routes switch
    {
        [] => None,
        [var only] => only.Backends.Length > 0 ? only.Backends : only.NameText,
        [var first, ..] => $"{first.Backends} and {row.Routes.Count - 1} more",
    };

    public static string Login(HostnameRow row) => row.Login.Kind == LoginKind.NotNeeded ? None : row.Login.Text;

    public static string Word(this HostReach reach) => reach switch
    {
        HostReach.Both => "Everywhere",
        HostReach.Internet => "Internet",
        HostReach.House => "House",
        HostReach.Nobody => "Nobody",
        HostReach.Elsewhere => "Elsewhere",
        _ => "Unknown",
    };

    public static string Icon(this HostReach reach) => reach switch
    {
        HostReach.Both or HostReach.Internet => "globe",
        HostReach.House => "house",
        HostReach.Elsewhere => "external-link",
        HostReach.Nobody => "x",
        _ => "circle-help",
    };

    private static TunnelPart? Decisive(HostnameRow row) => row.Tunnel.FirstOrDefault(part => part.IsAsked && !part.IsCatchAll) ?? (row.Tunnel is [var first, ..] ? first : null);

    private static string Short(DnsPart part) => part.Lead.Kind switch
    {
        LeadKind.Ingress => "→ ingress",
        LeadKind.DeadTunnel => "→ no tunnel",
        LeadKind.Tunnel => $"→ {part.Lead.Text["tunnel ".Length..]}",
        _ => $"→ {part.Lead.Text}",
    };

    private static string Rule(TunnelPart part) => part.IsCatchAll ? $"{part.TunnelName}, catch-all" : $"{part.TunnelName} → {part.Service}";
}
