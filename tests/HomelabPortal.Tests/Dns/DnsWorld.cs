using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Dns;

/// <summary>Zones in memory: read from a golden case, and changed as a faithful target would.</summary>
internal sealed record DnsWorld(DnsView View, Ledger Ledger)
{
    public static DnsView Read(JsonObject actual) => new([.. actual["zones"]!.AsArray().Select(zone => ReadZone(zone!))]);

    /// <summary>Applies every change of the plan; ids of new records follow from their names.</summary>
    public DnsWorld Apply(Plan plan) => plan.Changes.Aggregate(this, (world, change) => world.Apply(change));

    private DnsWorld Apply(Change change)
    {
        var image = (change.After ?? change.Before) is { } json ? DnsImage.From(json) : null;
        var id = change.Kind is ChangeKind.Adopt ? change.RemoteId! : $"new-{change.Key.Name}-{image?.Value.Type}";
        var zones = View.Zones;
        if (image is not null && change.Kind is ChangeKind.Create or ChangeKind.Update or ChangeKind.Delete)
        {
            var zone = zones.Single(candidate => candidate.Id == image.ZoneId);
            var records = zone.Records.RemoveAll(record => record.Id == change.RemoteId);
            if (change.After is not null)
                records = records.Add(new LiveRecord(id, image.Name, image.Value, image.Comment));
            zones = zones.Replace(zone, zone with { Records = records });
        }

        var entries = change.After is null
            ? Ledger.Entries.Remove(change.Key)
            : Ledger.Entries.SetItem(change.Key, new LedgerEntry(change.Key, change.OwnerId, id, change.After.DeepClone()));
        return new DnsWorld(View with { Zones = zones }, new Ledger(entries));
    }

    private static DnsZone ReadZone(JsonNode zone) => new(
        (string)zone["id"]!, (string)zone["name"]!, (string?)zone["status"] ?? "active", (bool?)zone["paused"] ?? false,
        zone["records"]?.AsArray().Select(record => ReadRecord(record!)).ToImmutableArray() ?? []);

    private static LiveRecord ReadRecord(JsonNode record) => new(
        (string)record["id"]!, (string)record["name"]!,
        new DnsValue((string)record["type"]!, (string)record["content"]!, (int?)record["ttl"] ?? 1, (bool?)record["proxied"] ?? false).Normalised(),
        (string?)record["comment"], (bool?)record["readOnly"] ?? false);
}
