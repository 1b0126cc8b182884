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
        new DnsValue(record.Type, record.Content ?? "", (int)record.Ttl, record.Proxied).Normalised(),
        record.Comment, IsReadOnly(record.Meta));

    public static NewDnsRecord ToNew(DnsImage image) => new()
    {
        Type = image.Value.Type,
        Name = image.Name,
        Content = Content(image.Value),
        Ttl = image.Value.Ttl,
        Proxied = image.Value.Type is "A" or "AAAA" or "CNAME" ? image.Value.IsProxied : null,
        Comment = image.Comment,
    };

    /// <summary>Only what changes is sent: what is left out stays as it is.</summary>
    public static DnsRecordBatchPatch ToPatch(string id, DnsImage before, DnsImage after) => new()
    {
        Id = id,
        Content = before.Value.Content == after.Value.Content ? null : Content(after.Value),
        Ttl = before.Value.Ttl == after.Value.Ttl ? null : after.Value.Ttl,
        Proxied = before.Value.IsProxied == after.Value.IsProxied ? null : after.Value.IsProxied,
        Comment = before.Comment == after.Comment ? null : after.Comment,
    };

    /// <summary>Texts are quoted on the wire; without quotes Cloudflare warns.</summary>
    private static string Content(DnsValue value) => value.Type == "TXT" ? $"\"{value.Content}\"" : value.Content;

    private static string Name(string name) => name.TrimEnd('.').ToLowerInvariant();

    private static bool IsReadOnly(JsonElement? meta) =>
        meta is { ValueKind: JsonValueKind.Object } facts && facts.TryGetProperty("read_only", out var flag) && flag.ValueKind == JsonValueKind.True;
}
