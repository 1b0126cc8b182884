using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Hostnames.Table.Remedies;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>
/// Judges the records that answer for a name; the first line that applies wins.
/// <code>
/// DNS cannot be read                                  dns.unread             Unknown
/// no zone of the account holds the name               dns.zone.unknown       Unknown
/// no record, and a longer name hides the wildcard     dns.shadowed           Broken
/// no record                                           dns.missing            Broken
/// an alias of a tunnel that is not there              dns.dangling           Broken
/// an alias that ends at no address                    dns.alias.ends         Broken
/// a private address through Cloudflare                dns.proxied.private    Broken
/// a tunnel's name, not through Cloudflare             dns.tunnel.unproxied   Broken
/// its own record hides a wildcard that leads right    dns.shadowed           Broken
/// it leads elsewhere than the name is served          dns.elsewhere          Broken
/// where it leads cannot be told                       dns.lead.unknown       Unknown
/// several records lead to different places            dns.duplicate          Degraded
/// </code>
/// </summary>
internal static class DnsHop
{
    /// <param name="way">The way that the name should take.</param>
    public static TraceHop Of(HostView host, EntryKind way, TraceScene scene)
    {
        var part = host.Dns.Count > 0 ? host.Dns[0] : null;
        return new TraceHop(HopKind.Dns, part?.Name ?? host.Name, part is null ? null : MendLinks.Record(part, "").Href, Said(host), Reproducers.Dig(host.Name), Hop.Found(Judge(host, way, scene), Duplicate(host)))
        {
            Facts = [.. host.Dns.Select(record => new TraceFact(record.Type, $"{record.Content}{(record.IsProxied ? ", through Cloudflare" : "")}; kept by {record.Owner}", MendLinks.Record(record, "").Href))],
        };
    }

    private static string Said(HostView host) => host.Dns is [var part, ..]
        ? $"{(part.IsWildcard ? $"{part.Name} answers" : "Its own record answers")}: {part.Type} to {part.Lead.Text}{(part.IsProxied ? ", through Cloudflare" : "")}."
        : "No record answers.";

    private static TraceFinding? Judge(HostView host, EntryKind way, TraceScene scene)
    {
        var (facts, dig) = (scene.Facts.Names, Reproducers.Dig(host.Name));
        if (facts.DnsFault is { } fault)
            return Unseen.Source("dns.unread", "DNS records", fault, scene.Facts.DnsAsOf, dig);
        if (host.Zone is null)
            return Hop.Unknown("dns.zone.unknown", $"{host.Name} lies in no zone of the account, so another DNS answers for it, where the portal cannot look.", "Ask that DNS yourself, or add the zone to the account.", dig);
        if (host.Dns is not [var part, ..])
            return OfNoRecord(host, way, scene);
        if (host.Led(LeadKind.DeadTunnel) is { } dead)
            return Hop.Broken("dns.dangling", $"{dead.Type} {dead.Name} leads to {dead.Lead.Text}.", "Lead the record to a tunnel that exists, or remove it: whoever makes that tunnel answers under this name.", dig) with { Fix = new TraceFix("Change the record", MendLinks.Record(dead, "").Href) };
        if (part.Lead.Kind == LeadKind.Nowhere)
            return OfRecord("dns.alias.ends", part, $"{part.Type} {part.Name} is an alias of {part.Lead.Text}.", "Lead the record to a name that has an address.", dig);
        if (host.Dns.FirstOrDefault(record => record.IsProxied && record.Lead.Kind is LeadKind.Ingress or LeadKind.Device) is { IsProxied: true } hidden)
            return OfRecord("dns.proxied.private", hidden, $"{hidden.Type} {hidden.Name} sends visitors through Cloudflare to {hidden.Content}, a private address that Cloudflare cannot reach.", "Take the record off Cloudflare's proxy for the house alone, or lead it to a tunnel.", dig);
        if (host.Led(LeadKind.Tunnel) is { IsProxied: false } bare)
            return OfRecord("dns.tunnel.unproxied", bare, $"{bare.Type} {bare.Name} leads to {bare.Lead.Text} without Cloudflare's proxy, and a tunnel answers only through it.", "Turn the proxy on for this record.", dig);
        return Leads(part.Lead.Kind, way) switch
        {
            null => Hop.Unknown("dns.lead.unknown", $"{part.Type} {part.Name} leads to {part.Lead.Text}, and whether that is the way in cannot be told now.", "Put the connection right that would tell; the bar on top says how each source is.", dig),
            true => null,
            _ => Elsewhere(host, part, way, scene, dig),
        };
    }

    /// <summary>Null when it cannot be told.</summary>
    private static bool? Leads(LeadKind lead, EntryKind way) => (lead, way) switch
    {
        (LeadKind.Unknown, _) => null,
        (_, EntryKind.None) => true,
        (LeadKind.Tunnel, _) => way == EntryKind.Tunnel,
        (LeadKind.Ingress, _) => way == EntryKind.House,
        (LeadKind.FrontDoor, _) => way is EntryKind.FrontDoor or EntryKind.House,
        _ => way == EntryKind.Machine,
    };

    private static TraceFinding OfNoRecord(HostView host, EntryKind way, TraceScene scene)
    {
        var dig = Reproducers.Dig(host.Name);
        if (host.Zone!.BlockedWildcard(host.Asked) is var (wildcard, obstacle))
            return Hop.Broken("dns.shadowed", $"No address answers for {host.Name}: {wildcard} would, if {obstacle} were not more specific.", $"Give {host.Name} a record of its own.", dig) with { Fix = Add(host, way, scene) };
        return Hop.Broken("dns.missing", $"No record answers for {host.Name}, so nobody finds it.", host.Exposure is null ? "Add a record that leads to the way in." : "The exposure writes the record; see at its steps why it is not there yet.", dig) with { Fix = Add(host, way, scene) };
    }

    private static TraceFinding Elsewhere(HostView host, DnsPart part, EntryKind way, TraceScene scene, string dig)
    {
        var remedy = $"Lead the record to {(way == EntryKind.Tunnel ? "the tunnel" : "the ingress")}{(part.IsWildcard ? $", or give {host.Name} one of its own" : "")}.";
        if (!part.IsWildcard && Wildcard(host, way, scene) is { } wildcard)
            return OfRecord("dns.shadowed", part, $"Its own record {part.Type} sends everybody to {part.Lead.Text}; without it, {wildcard} would lead it right.", "Remove the record, or change where it leads.", dig);
        return OfRecord("dns.elsewhere", part, $"{part.Type} {part.Name} leads to {part.Lead.Text}, but the name is served {(way == EntryKind.Tunnel ? "through a tunnel" : "by the ingress")}.", remedy, dig);
    }

    /// <summary>The wildcard that would answer in the record's place, and would lead right.</summary>
    private static string? Wildcard(HostView host, EntryKind way, TraceScene scene)
    {
        var above = $"*{host.Name[host.Name.IndexOf('.', StringComparison.Ordinal)..]}";
        var lead = scene.Parts.Collect(above).Dns.FirstOrDefault(record => record.Name == above)?.Lead.Kind;
        return lead is { } kind && kind != LeadKind.Unknown && Leads(kind, way) == true ? above : null;
    }

    private static TraceFinding? Duplicate(HostView host)
    {
        var leads = host.Dns.GroupBy(part => part.Lead.Text).ToList();
        return leads.Count < 2 ? null : Hop.Degraded(
            "dns.duplicate", $"{host.Dns[0].Name} has {host.Dns.Count} records that lead to different places: {string.Join(" and ", leads.Select(lead => lead.Key))}. Which one a visitor gets is left to chance.",
            "Remove the records that lead wrong.", Reproducers.Dig(host.Name)) with { Fix = new TraceFix("See the records", MendLinks.Records(host.Name, "").Href) };
    }

    private static TraceFinding OfRecord(string code, DnsPart part, string what, string remedy, string dig) =>
        Hop.Broken(code, what, remedy, dig) with { Fix = new TraceFix("Change the record", MendLinks.Record(part, "").Href) };

    private static TraceFix? Add(HostView host, EntryKind way, TraceScene scene)
    {
        if (host.Exposure is { } exposure)
            return new TraceFix("See the exposure's plan", $"/exposures/{exposure.Id}");
        var zone = host.Zone!.Zone.Name;
        if (way == EntryKind.Tunnel && host.Tunnel is [var rule, ..])
            return new TraceFix("Add the record", MendLinks.AddTunnelRecord(host.Name, zone, rule.TunnelId).Href);
        return scene.Facts.Names.LanAddresses is [var address, ..] ? new TraceFix("Add the record", MendLinks.AddAddress(host.Name, zone, address).Href) : null;
    }
}
