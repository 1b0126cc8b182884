using System.Text.Json.Nodes;

namespace HomelabPortal.Dns.Planning;

/// <summary>A record as changes and the ledger keep it: enough to write it, to recognise it and to find its zone again.</summary>
internal sealed record DnsImage(string ZoneId, string Name, DnsValue Value, string? Comment)
{
    public JsonObject ToJson() => new()
    {
        ["zoneId"] = ZoneId,
        ["type"] = Value.Type,
        ["name"] = Name,
        ["content"] = Value.Content,
        ["ttl"] = Value.Ttl,
        ["proxied"] = Value.IsProxied,
        ["comment"] = Comment,
    };

    public static DnsImage From(JsonNode json) => new(
        Text(json, "zoneId"),
        Text(json, "name"),
        new DnsValue(Text(json, "type"), Text(json, "content"), (int?)json["ttl"] ?? DnsValue.AutomaticTtl, (bool?)json["proxied"] ?? false),
        (string?)json["comment"]);

    public static DnsImage Of(LiveRecord record, string zoneId) => new(zoneId, record.Name, record.Value, record.Comment);

    private static string Text(JsonNode json, string name) => (string?)json[name] ?? throw new FormatException($"The stored record has no {name}.");
}
