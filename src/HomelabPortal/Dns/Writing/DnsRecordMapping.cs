using System.Text.Json;
using HomelabPortal.Cloudflare;
using HomelabPortal.Dns.Planning;

namespace HomelabPortal.Dns.Writing;

/// <summary>Pure: Cloudflare's records to ours and back.</summary>
internal static class DnsRecordMapping
{
    public static DnsZone ToZone(Zone zone, IEnumerable<DnsRecord> records) => new(
        zone.Id, Name(zone.Name), zone.Status ?? "unknown", zone.Paused, [.. records.Select(ToLive)]);

    public static LiveRecord ToLive(DnsRecord record) => new(
        record.Id, Name(record.Name),
        new DnsValue(record.Type, WireContent.Read(record), (int)record.Ttl, record.Proxied).Normalised(),
        string.IsNullOrEmpty(record.Comment) ? null : record.Comment, IsReadOnly(record.Meta))
    {
        Tags = record.Tags is { Count: > 0 } tags ? string.Join(", ", tags) : null,
        ModifiedAt = record.ModifiedOn,
    };

    public static NewDnsRecord ToNew(DnsImage image)
    {
        var wire = WireContent.Of(image.Value);
        return new NewDnsRecord
        {
            Type = image.Value.Type,
            Name = image.Name,
            Content = wire.Content,
            Data = wire.Data,
            Priority = wire.Priority,
            Ttl = image.Value.Ttl,
            Proxied = image.Value.Type is "A" or "AAAA" or "CNAME" ? image.Value.IsProxied : null,
            Comment = image.Comment,
        };
    }

    /// <summary>Only what changes is sent: what is left out stays as it is.</summary>
    public static DnsRecordBatchPatch ToPatch(string id, DnsImage before, DnsImage after)
    {
        var wire = before.Value.Content == after.Value.Content ? WireContent.Nothing : WireContent.Of(after.Value);
        return new DnsRecordBatchPatch
        {
            Id = id,
            Content = wire.Content,
            Data = wire.Data,
            Priority = wire.Priority,
            Ttl = before.Value.Ttl == after.Value.Ttl ? null : after.Value.Ttl,
            Proxied = before.Value.IsProxied == after.Value.IsProxied ? null : after.Value.IsProxied,
            // Null would leave the comment as it is; an empty one takes it away.
            Comment = before.Comment == after.Comment ? null : after.Comment ?? "",
        };
    }

    private static string Name(string name) => name.TrimEnd('.').ToLowerInvariant();

    private static bool IsReadOnly(JsonElement? meta) =>
        meta is { ValueKind: JsonValueKind.Object } facts && facts.TryGetProperty("read_only", out var flag) && flag.ValueKind == JsonValueKind.True;
}
