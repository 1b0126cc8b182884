using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Dns.Contents;

namespace HomelabPortal.Dns.Writing;

/// <summary>Pure: what a record holds, between zone-file text and the members of the API.</summary>
internal sealed record WireContent(string? Content, JsonObject? Data, int? Priority)
{
    public static WireContent Nothing { get; } = new(null, null, null);

    public static WireContent Of(DnsValue value)
    {
        if (RecordTypes.Find(value.Type) is not { } type)
            return new WireContent(value.Content, null, null);
        var parts = type.Split(value.Content);
        return type.Wire switch
        {
            RecordWire.QuotedContent => new(QuotedText.QuoteInPieces(TextContent.Said(value.Content)), null, null),
            RecordWire.PriorityAndContent => new(parts[1], null, Number(parts[0])),
            RecordWire.Data => new(null, DataOf(type, parts), null),
            _ => new(value.Content, null, null),
        };
    }

    /// <summary>Zone-file text. The parts in <c>data</c> say more than <c>content</c>, which leaves some out.</summary>
    public static string Read(DnsRecord record)
    {
        if (RecordTypes.Find(record.Type) is not { } type)
            return record.Content ?? "";
        if (type.Wire == RecordWire.Data && record.Data is { ValueKind: JsonValueKind.Object } data && PartsIn(type, data) is { } parts)
            return string.Join(' ', parts).Trim();
        var content = record.Content ?? "";
        var isWithoutPriority = type.Wire == RecordWire.PriorityAndContent
            || (type.Name == "SRV" && content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == type.Fields.Length - 1);
        return isWithoutPriority && record.Priority is { } priority ? $"{priority.ToString(CultureInfo.InvariantCulture)} {content}" : content;
    }

    private static JsonObject DataOf(RecordType type, IReadOnlyList<string> parts)
    {
        var data = new JsonObject();
        foreach (var (field, part) in type.Fields.Zip(parts))
            data[field.Key] = field.IsNumber ? JsonValue.Create(Number(part)) : type.Name == "CAA" ? QuotedText.Unquote(part) ?? part : part;
        return data;
    }

    private static List<string>? PartsIn(RecordType type, JsonElement data)
    {
        var parts = new List<string>();
        foreach (var field in type.Fields)
        {
            if (!data.TryGetProperty(field.Key, out var value))
            {
                if (!field.IsOptional)
                    return null;
                continue;
            }

            var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
            parts.Add(type.Name == "CAA" && field.Key == "value" ? QuotedText.Quote(text) : text);
        }

        return parts;
    }

    /// <summary>Null is left to Cloudflare, which then says on the field what is wrong.</summary>
    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
