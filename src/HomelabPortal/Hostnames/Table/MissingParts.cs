using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Table;

/// <summary>Says which part of a wanted hostname is not there; null when all is, or when it cannot be told.</summary>
internal static class MissingParts
{
    public static string? Of(HostView host, HostnameFacts facts, (HostnameClass Class, string Reason) judged)
    {
        if (host.Exposure is not null && OfExposure(host, facts, judged) is { } missing)
            return missing;
        if (host.Records.FirstOrDefault(entry => !host.Zone!.Zone.At(host.Name).Any(record => record.Value.Type.Equals(entry.Type, StringComparison.OrdinalIgnoreCase))) is { } record)
            return $"Its declared {record.Type} record is not in the zone {host.Zone!.Zone.Name}.";
        return facts.TunnelFault is null && host.Rules.FirstOrDefault(entry => !host.Tunnel.Any(part => IsSame(entry, part))) is { } rule
            ? $"Its declared rule to {rule.Service} is not in the tunnel."
            : null;
    }

    private static string? OfExposure(HostView host, HostnameFacts facts, (HostnameClass Class, string Reason) judged)
    {
        if (host.Dns is not [var part, ..])
            return "It is exposed here, but it has no record yet.";
        if (host.WantsTunnel && part.Lead.Kind is not (LeadKind.Tunnel or LeadKind.Unknown))
            return $"It is to be on the Internet, but {part.Type} {part.Name} leads to {part.Lead.Text}.";
        if (!host.WantsTunnel && part.Lead.Kind is LeadKind.Device or LeadKind.Outside or LeadKind.Nowhere)
            return $"It is exposed here, but {part.Type} {part.Name} leads to {part.Lead.Text}.";
        if (facts.IngressFault is null && host.Routes.Count == 0)
            return "It is exposed here, but the ingress has no route for it.";
        return judged.Class is HostnameClass.OrphanDns or HostnameClass.Shadowed or HostnameClass.RouteWithoutDns ? $"It is exposed here, but it is not served. {judged.Reason}" : null;
    }

    private static bool IsSame(Desired.TunnelEntry entry, TunnelPart part) =>
        entry.TunnelId.Equals(part.TunnelId, StringComparison.OrdinalIgnoreCase) && part.Hostname == entry.Name.Value && part.Path == (entry.Path ?? "");
}
