using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Table;

/// <summary>
/// Says of what class a hostname is, and why. What rests on a source that cannot be read now is unknown, never an accusation.
/// <code>
/// its record leads to              and                                     class
/// (DNS cannot be read)                                                     Unknown
/// a tunnel that is not there                                               DanglingCname
/// a tunnel                         its rule stands below one for all       Shadowed
///                                  no rule, or no route behind the rule    OrphanDns
///                                  served, not wanted here                 ExposedNotDeclared
///                                  served, wanted here                     Healthy
/// the ingress                      a tunnel has a rule for it              OrphanRule
///                                  no route                                OrphanDns
///                                  a route                                 Healthy
/// the house's public address       a route, not wanted here                ExposedNotDeclared
/// a device, somewhere else         a tunnel has a rule for it              OrphanRule
///                                  a route, to a device                    Shadowed, by the more specific record
///                                  nothing more                            Outside
/// nothing: no record               a tunnel has a rule for it              OrphanRule
///                                  a route, and a record ends a wildcard   Shadowed
///                                  a route                                 RouteWithoutDns
/// any but the first and not declared  wanted here, a part is not so    DeclaredMissing
/// </code>
/// </summary>
internal static class HostJudge
{
    public static (HostnameClass Class, string Reason) Judge(HostView host, HostnameFacts facts)
    {
        if (facts.DnsFault is { } fault)
            return Unknown($"DNS cannot be read. {fault}");
        if (host.Zone is null)
            return Unknown("It lies in no zone of the account, so another DNS must answer for it, where the portal cannot look.");
        var judged = OfLead(host, facts);
        // A name that is open to the Internet against its owner's wish is more than a part that is missing.
        if (judged.Class is HostnameClass.Unknown or HostnameClass.DanglingCname or HostnameClass.ExposedNotDeclared)
            return judged;
        return MissingParts.Of(host, facts, judged) is { } missing ? (HostnameClass.DeclaredMissing, missing) : judged;
    }

    private static (HostnameClass Class, string Reason) OfLead(HostView host, HostnameFacts facts)
    {
        if (host.Led(LeadKind.DeadTunnel) is { } dead)
            return (HostnameClass.DanglingCname, $"{dead.Type} {dead.Name} leads to {dead.Lead.Text}. Whoever makes that tunnel answers under this name.");
        if (host.Leads(LeadKind.Tunnel))
            return OfTunnel(host, facts);
        if (host.Led(LeadKind.Unknown) is { } unknown)
            return Unknown(unknown.Lead.TunnelId is null
                ? $"It leads to {unknown.Lead.Text}; whether that is the ingress cannot be told. {facts.IngressFault}".TrimEnd()
                : $"It leads to {unknown.Lead.Text}, and tunnels cannot be read. {facts.TunnelFault}");
        if (host.Unled.Any() && facts.TunnelFault is { } fault)
            return Unknown($"A tunnel had a rule for it, and tunnels cannot be read. {fault}");
        if (host.Unled.FirstOrDefault() is { } rule)
            return (HostnameClass.OrphanRule, $"Tunnel {rule.TunnelName} has a rule for it, but {WhereTo(host)}, so no request comes through the tunnel.");
        if (host.Leads(LeadKind.Ingress))
            return OfIngress(host, facts);
        if (host.Led(LeadKind.FrontDoor) is { } front)
            return OfFrontDoor(host, front, facts);
        return host.Dns.Count > 0 ? OfElsewhere(host, facts) : OfNoRecord(host, facts);
    }

    private static (HostnameClass Class, string Reason) OfTunnel(HostView host, HostnameFacts facts)
    {
        var lead = host.Led(LeadKind.Tunnel)!;
        if (facts.Tunnels.Find(lead.Lead.TunnelId) is not { IsRemotelyManaged: true })
            return Unknown($"It leads to {lead.Lead.Text}, whose rules are in a file beside its connector.");
        if (host.Tunnel.FirstOrDefault(part => part is { IsLed: true, IsAsked: false }) is { } buried)
            return (HostnameClass.Shadowed, $"Its rule in tunnel {buried.TunnelName} is never asked: the rule for {Above(host)} stands above it and takes every request.");
        var serving = host.Serving.ToList();
        if (serving.Count == 0)
            return (HostnameClass.OrphanDns, $"It leads to {lead.Lead.Text}, {Refusal(host)}");
        if (!serving.TrueForAll(part => part.LeadsToIngress))
            return Declared(host, serving[0]);
        if (facts.IngressFault is { } fault)
            return Unknown($"The tunnel hands it to the ingress, and routes cannot be read. {fault}");
        return host.IsTaken ? Declared(host, serving[0]) : (HostnameClass.OrphanDns, $"The tunnel hands it to the ingress, where {NoRoute(host)}");
    }

    private static (HostnameClass Class, string Reason) OfIngress(HostView host, HostnameFacts facts)
    {
        if (facts.IngressFault is { } fault)
            return Unknown($"It leads to the ingress, and routes cannot be read. {fault}");
        if (!host.IsTaken)
            return (HostnameClass.OrphanDns, $"It leads to the ingress, where {NoRoute(host)}");
        return (HostnameClass.Healthy, host.IsWildcard
            ? $"It leads to the ingress and answers for {Words.Names(host.AnswersFor)}."
            : $"{host.Dns[0].Type} {host.Dns[0].Name} leads to the ingress, where {host.Routes[0].Kind} {host.Routes[0].NameText} takes it.");
    }

    private static (HostnameClass Class, string Reason) OfFrontDoor(HostView host, DnsPart front, HostnameFacts facts)
    {
        if (facts.IngressFault is { } fault)
            return Unknown($"It leads to {front.Lead.Text}, and routes cannot be read. {fault}");
        if (!host.IsTaken)
            return (HostnameClass.Outside, $"It leads to {front.Lead.Text}. What the router lets in cannot be seen.");
        return front.EntryId is null
            ? (HostnameClass.ExposedNotDeclared, $"It leads to {front.Lead.Text}, and the ingress has a route for it: if the router lets it in, the Internet reaches it.")
            : (HostnameClass.Healthy, $"Its declared record leads to {front.Lead.Text}, and the ingress has a route for it.");
    }

    private static (HostnameClass Class, string Reason) OfElsewhere(HostView host, HostnameFacts facts)
    {
        var part = host.Dns[0];
        if (host.Routes.Count > 0 && facts.IngressFault is { } fault)
            return Unknown($"It leads to {part.Lead.Text}. The ingress had a route for it, and routes cannot be read. {fault}");
        if (part.Lead.Kind == LeadKind.Nowhere)
            return host.Routes.Count > 0
                ? (HostnameClass.RouteWithoutDns, $"{host.Routes[0].Kind} {host.Routes[0].NameText} takes it, but its record is an alias of {part.Lead.Text}.")
                : (HostnameClass.OrphanDns, $"Its record is an alias of {part.Lead.Text}.");
        if (host.Routes.Count == 0)
            return (HostnameClass.Outside, $"{part.Type} {part.Name} leads to {part.Lead.Text}, {(part.Lead.Kind == LeadKind.Device ? "a device in the house" : "outside this lab")}.");
        if (part.Lead.Kind == LeadKind.Outside)
            return Unknown($"The ingress has a route for it, and it leads to {part.Lead.Text}. Whether that comes back to this house cannot be seen.");
        return part.IsWildcard
            ? (HostnameClass.RouteWithoutDns, $"{host.Routes[0].Kind} {host.Routes[0].NameText} takes it, but {part.Type} {part.Name} sends it to {part.Lead.Text}.")
            : (HostnameClass.Shadowed, $"{host.Routes[0].Kind} {host.Routes[0].NameText} takes it, but its own record {part.Type} sends everybody to {part.Lead.Text}.");
    }

    private static (HostnameClass Class, string Reason) OfNoRecord(HostView host, HostnameFacts facts)
    {
        if (host.Routes.Count == 0)
            return (HostnameClass.Outside, "No record, rule or route of it is left.");
        if (facts.IngressFault is { } fault)
            return Unknown($"It has no record. The ingress had a route for it, and routes cannot be read. {fault}");
        var route = $"{host.Routes[0].Kind} {host.Routes[0].NameText} takes it, but";
        return host.Zone?.BlockedWildcard(host.Asked) is var (wildcard, obstacle)
            ? (HostnameClass.Shadowed, $"{route} no address answers: {wildcard} would, if {obstacle} were not more specific.")
            : (HostnameClass.RouteWithoutDns, $"{route} it has no record, so nobody finds it.");
    }

    private static (HostnameClass Class, string Reason) Declared(HostView host, TunnelPart rule)
    {
        var way = $"tunnel {rule.TunnelName} leads to {(rule.LeadsToIngress ? "the ingress" : rule.Service)}";
        var isWanted = host.WantsTunnel || host.Rules.Length > 0 || host.Dns.Any(part => part.EntryId is not null);
        if (isWanted)
            return (HostnameClass.Healthy, $"It is declared here, and {way}{(host.Routes is [var route, ..] && rule.LeadsToIngress ? $", where {route.Kind} {route.NameText} takes it" : "")}.");
        return (HostnameClass.ExposedNotDeclared, host.IsWildcard && host.AnswersFor.Count > 0
            ? $"It puts {Words.Names(host.AnswersFor)} on the Internet, and nothing here declares that."
            : $"The Internet reaches it: {way}, and nothing here declares that.");
    }

    private static string Above(HostView host) =>
        host.Tunnel.Where(part => part is { IsLed: true, IsAsked: true, Path.Length: 0 }).Select(part => part.Hostname.Length > 0 ? part.Hostname : "everything").LastOrDefault() ?? "everything";

    private static string Refusal(HostView host) => host.Tunnel.FirstOrDefault(part => part is { IsLed: true, IsAsked: true, IsStatus: true }) switch
    {
        { IsCatchAll: false } own => $"whose rule for it only answers HTTP {own.Service["http_status:".Length..]}.",
        { } last => $"which has no rule for it: visitors get HTTP {last.Service["http_status:".Length..]}.",
        _ => "which has no rule for it.",
    };

    private static string NoRoute(HostView host) => host.RouteForEveryHost is { } every
        ? $"no route names it; {every.Kind} {every.NameText} takes whatever comes."
        : "no route takes it.";

    private static string WhereTo(HostView host) => host.Dns is [var part, ..] ? $"{part.Type} {part.Name} leads to {part.Lead.Text}" : "it has no record";

    private static (HostnameClass Class, string Reason) Unknown(string why) => (HostnameClass.Unknown, why);
}
