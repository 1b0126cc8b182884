using System.Text.Json.Nodes;

namespace HomelabPortal.Dns.Planning;

/// <summary>A record as changes and the ledger keep it: enough to write it, to recognise it and to find its zone again.</summary>
internal sealed record DnsImage(string ZoneId, string Name, DnsValue Value, string? Comment)
{
    /// <summary>
    /// The comment that the record gets back when nothing asks for it any more, empty for none;
    /// null deletes the record then, because we made it.
    /// </summary>
    public string? GiveBack { get; init; }

    /// <summary>Somebody ordered that what is there be put right, whatever the policy says of hand changes.</summary>
    public bool IsOrdered { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["zoneId"] = ZoneId,
            ["type"] = Value.Type,
            ["name"] = Name,
            ["content"] = Value.Content,
            ["ttl"] = Value.Ttl,
            ["proxied"] = Value.IsProxied,
            ["comment"] = Comment,
        };
        if (GiveBack is not null)
            json["giveBack"] = GiveBack;
        if (IsOrdered)
            json["ordered"] = true;
        return json;
    }

    /// <summary>An image that an older version stored may hold its content in another form than today's.</summary>
    public static DnsImage From(JsonNode json) => new(
        Text(json, "zoneId"),
        Text(json, "name"),
        new DnsValue(Text(json, "type"), Text(json, "content"), (int?)json["ttl"] ?? DnsValue.AutomaticTtl, (bool?)json["proxied"] ?? false).Normalised(),
        (string?)json["comment"])
    {
        GiveBack = (string?)json["giveBack"],
        IsOrdered = (bool?)json["ordered"] ?? false,
    };

    public static DnsImage Of(LiveRecord record, string zoneId) => new(zoneId, record.Name, record.Value, record.Comment);

    private static string Text(JsonNode json, string name) => (string?)json[name] ?? throw new FormatException($"The stored record has no {name}.");
}
