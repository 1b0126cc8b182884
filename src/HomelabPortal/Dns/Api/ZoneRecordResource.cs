using HomelabPortal.Dns.Ownership;
using HomelabPortal.Dns.Pages.Records;

namespace HomelabPortal.Dns.Api;

/// <summary>A record as it stands in a zone, and whose it is.</summary>
/// <param name="Content">What a zone file says after the type.</param>
/// <param name="Ttl">Seconds; 1 is automatic.</param>
/// <param name="Owner">The tool or entry, for a person.</param>
/// <param name="EntryId">The wanted record that it is; null for one that an exposure or nobody here wants.</param>
/// <param name="LeadsTo">What it leads to in the lab; empty when it leads nowhere.</param>
/// <param name="Drift">What the plan would do about it; null when it is as wanted.</param>
internal sealed record ZoneRecordResource(
    string Id, string Name, string Type, string Content, int Ttl, bool IsProxied, string? Note,
    RecordHolder Holder, string Owner, string? EntryId, string? ExposureId, string? WhyNotAdopt, string LeadsTo, string? Drift)
{
    public static ZoneRecordResource Of(RecordLine line) => new(
        line.Id, line.Name, line.Value.Type, line.Value.Content, line.Value.Ttl, line.Value.IsProxied, line.Note.Length == 0 ? null : line.Note,
        line.Owner.Holder, line.Owner.Who, line.Owner.EntryId, line.Owner.ExposureId, line.Owner.WhyNotAdopt, line.LeadsTo.Text, line.Drift);
}
