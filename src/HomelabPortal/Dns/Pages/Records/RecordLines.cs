using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Ownership;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>The records of zones as lines of a table. What does not change keeps its line, so that no row is drawn for nothing.</summary>
internal static class RecordLines
{
    public static ImmutableArray<RecordLine> Of(IEnumerable<DnsZone> zones, DesiredState desired, ReconcileStatus status, Destinations destinations)
    {
        var open = status.Plan.Changes.Where(change => change.Key.Target == DnsView.Target && change.RemoteId is not null)
            .DistinctBy(change => change.RemoteId).ToDictionary(change => change.RemoteId!, change => $"{change.Verb}: {change.Reason}");
        return
        [
            .. from zone in zones
               let facts = new OwnershipFacts(zone, desired, status.Ledger)
               from record in zone.Records
               orderby record.Name == zone.Name ? 0 : 1, record.Name, record.Value.Type, record.Value.Content
               select new RecordLine(zone.Id, zone.Name, record.Id, record.Name, record.Value, record.Note ?? "", destinations.Of(record, zone), open.GetValueOrDefault(record.Id))
               {
                   Owner = RecordOwnerships.Of(record, facts),
               },
        ];
    }
}
