using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A record that answers for a hostname.</summary>
/// <param name="Name">Of the record; a wildcard or the hostname itself.</param>
/// <param name="Ttl">Seconds; 1 is automatic.</param>
/// <param name="Leads">Where it leads, as the lab knows it.</param>
internal sealed record HostRecordResource(string Id, string Name, string Type, string Content, int Ttl, bool IsProxied, LeadKind Leads, string LeadsTo, string Owner)
{
    public static HostRecordResource Of(DnsPart part) => new(part.RecordId, part.Name, part.Type, part.Content, part.Ttl, part.IsProxied, part.Lead.Kind, part.Lead.Text, part.Owner);
}
