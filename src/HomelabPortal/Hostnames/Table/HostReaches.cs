using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Table;

/// <summary>Who gets an answer, and what each gets, in one sentence.</summary>
internal static class HostReaches
{
    public static (HostReach Reach, string InHouse, string FromInternet) Of(HostView host, HostnameFacts facts)
    {
        if (facts.DnsFault is not null || host.Zone is null || host.Leads(LeadKind.Unknown))
            return (HostReach.Unknown, "Cannot be told now.", "Cannot be told now.");
        if (host.Led(LeadKind.DeadTunnel) is not null)
            return (HostReach.Nobody, "An error of Cloudflare's.", "An error of Cloudflare's, until somebody takes the tunnel's id.");
        if (host.Led(LeadKind.Tunnel) is { } tunnel)
            return OfTunnel(host, tunnel, facts);
        return host.Dns is [var part, ..] ? OfRecord(host, part, facts) : (HostReach.Nobody, "No address: the name does not resolve.", "No address: the name does not resolve.");
    }

    private static (HostReach, string, string) OfTunnel(HostView host, DnsPart record, HostnameFacts facts)
    {
        if (facts.Tunnels.Find(record.Lead.TunnelId) is not { IsRemotelyManaged: true })
            return (HostReach.Unknown, "Cannot be told: the tunnel's rules are beside its connector.", "Cannot be told: the tunnel's rules are beside its connector.");
        if (host.Serving.FirstOrDefault() is not { } rule)
            return (HostReach.Nobody, "What the tunnel answers when no rule serves the name.", "What the tunnel answers when no rule serves the name.");
        if (rule.LeadsToIngress && facts.IngressFault is not null)
            return (HostReach.Unknown, "Cannot be told: routes cannot be read now.", "Cannot be told: routes cannot be read now.");
        if (rule.LeadsToIngress && !host.IsTaken)
            return (HostReach.Nobody, "The ingress's answer for names that it does not know.", "The ingress's answer for names that it does not know.");
        var way = $"tunnel {rule.TunnelName} to {(rule.LeadsToIngress ? Target(host) : rule.Service)}";
        return (HostReach.Both, $"The same as the Internet: out to Cloudflare and back through {way}.", $"Through Cloudflare and {way}.");
    }

    private static (HostReach, string, string) OfRecord(HostView host, DnsPart part, HostnameFacts facts) => part.Lead.Kind switch
    {
        LeadKind.Ingress when facts.IngressFault is not null => (HostReach.Unknown, "Cannot be told: routes cannot be read now.", "A private address, which leads nowhere from there."),
        LeadKind.Ingress when !host.IsTaken => (HostReach.Nobody, "The ingress's answer for names that it does not know.", "A private address, which leads nowhere from there."),
        LeadKind.Ingress => (HostReach.House, $"T{part.Lead.Text[1..]}, which hands it to {Target(host)}.", "A private address, which leads nowhere from there."),
        LeadKind.Device => (HostReach.House, $"{part.Content}, a device in the house.", "A private address, which leads nowhere from there."),
        LeadKind.FrontDoor => (host.IsTaken ? HostReach.Internet : HostReach.Elsewhere, "The router, if it lets its own address in from inside.", "The router, and what it forwards."),
        LeadKind.Nowhere => (HostReach.Nobody, $"An alias of {part.Lead.Text}.", $"An alias of {part.Lead.Text}."),
        _ when host.Routes.Count > 0 => (HostReach.Unknown, $"{part.Lead.Text}, which may lead back into this house.", $"{part.Lead.Text}, which may lead back into this house."),
        _ => (HostReach.Elsewhere, $"{part.Lead.Text}, outside this lab.", $"{part.Lead.Text}, outside this lab."),
    };

    private static string Target(HostView host) => host.Routes is [var route, ..] && route.Backends.Length > 0 ? route.Backends : host.IsWildcard ? "the route of each name" : "its service";
}
