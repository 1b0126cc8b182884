using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Turns what a caller sent into the record that Cloudflare would keep, or refuses it.</summary>
internal static class RecordRules
{
    private const int MaxCommentLength = 100;
    private static readonly string[] Proxiable = ["A", "AAAA", "CNAME"];
    private static readonly string[] Known = ["A", "AAAA", "CNAME", "TXT", "MX", "NS", "SRV", "CAA", "PTR", "HTTPS", "SVCB", "TLSA", "URI"];

    /// <param name="sent">Members as sent; anything absent gets its default.</param>
    public static JsonObject Complete(JsonObject sent, string zone, string id, DateTimeOffset created, DateTimeOffset now)
    {
        var type = Text(sent, "type")?.ToUpperInvariant();
        if (type is null || !Known.Contains(type)) throw CloudflareErrors.Invalid(9002, "Invalid DNS record type.");
        var name = RecordName.InZone(Text(sent, "name") ?? "", zone);
        var content = Content(type, sent, name);
        var isProxied = Flag(sent, "proxied");
        CheckProxy(type, content, isProxied);
        var comment = Comment(sent);
        CheckTags(sent);
        var record = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = type,
            ["content"] = content,
            ["proxiable"] = Proxiable.Contains(type) && !IsPrivate(content),
            ["proxied"] = isProxied,
            // A proxied record always reads back as automatic.
            ["ttl"] = isProxied ? 1 : TimeToLive(sent),
            ["settings"] = sent["settings"] is JsonObject settings ? settings.DeepClone() : new JsonObject(),
            ["meta"] = new JsonObject(),
            ["comment"] = comment,
            ["tags"] = new JsonArray(),
            ["created_on"] = Timestamps.Text(created),
            ["modified_on"] = Timestamps.Text(now),
        };
        if (comment is not null) record["comment_modified_on"] = Timestamps.Text(now);
        if (Priority(type, sent) is { } priority) record["priority"] = priority;
        if (sent["data"] is JsonObject data) record["data"] = data.DeepClone();
        return record;
    }

    /// <summary>MX and URI bear it themselves; SRV repeats that of its parts.</summary>
    private static JsonNode? Priority(string type, JsonObject sent) => type switch
    {
        "MX" or "URI" when JsonNumber.Of(sent["priority"]) is >= 0 and <= ushort.MaxValue => sent["priority"]!.DeepClone(),
        "MX" or "URI" => throw CloudflareErrors.Invalid(9100, "Priority is a required field."),
        "SRV" => sent["data"]!["priority"]!.DeepClone(),
        _ => null,
    };

    private static string Content(string type, JsonObject sent, string name)
    {
        // What a caller sends as the content of these types is ignored: it is made from the parts.
        if (StructuredContent.Covers(type))
            return StructuredContent.Of(type, sent["data"] as JsonObject ?? throw CloudflareErrors.Invalid(9101, "data is a required field."));
        var content = Text(sent, "content");
        if (string.IsNullOrWhiteSpace(content)) throw CloudflareErrors.Invalid(9020, "DNS record content is missing.");
        switch (type)
        {
            case "A" when !IsAddress(content, AddressFamily.InterNetwork):
                throw CloudflareErrors.Invalid(9005, "Content for A record must be a valid IPv4 address.");
            case "AAAA" when !IsAddress(content, AddressFamily.InterNetworkV6):
                throw CloudflareErrors.Invalid(9006, "Content for AAAA record must be a valid IPv6 address.");
            case "CNAME" when !RecordName.IsHost(content):
                throw CloudflareErrors.Invalid(9007, "Content for CNAME record is invalid.");
            case "CNAME" when string.Equals(content.TrimEnd('.'), name, StringComparison.OrdinalIgnoreCase):
                throw CloudflareErrors.Invalid(9039, "CNAME content cannot reference itself.");
            case "CNAME" or "NS" or "MX":
                return content.TrimEnd('.').ToLowerInvariant();
            default:
                return content;
        }
    }

    private static void CheckProxy(string type, string content, bool isProxied)
    {
        if (!isProxied) return;
        if (!Proxiable.Contains(type)) throw CloudflareErrors.Invalid(9004, "This record type cannot be proxied.");
        if (IsPrivate(content)) throw CloudflareErrors.Invalid(9003, $"Target {content} is not allowed for a proxied record.");
    }

    private static int TimeToLive(JsonObject sent)
    {
        if (sent["ttl"] is not { } node) return 1;
        if (node is JsonValue value && value.TryGetValue<int>(out var seconds) && seconds is 1 or (>= 60 and <= 86_400)) return (int)value;
        throw CloudflareErrors.Invalid(9021, "Invalid TTL. Must be between 60 and 86,400 seconds, or 1 for Automatic.");
    }

    private static string? Comment(JsonObject sent)
    {
        var comment = Text(sent, "comment");
        if (string.IsNullOrEmpty(comment)) return null;
        if (comment.Length > MaxCommentLength)
            throw CloudflareErrors.Invalid(9301, $"DNS record comment has {comment.Length} characters, exceeding the limit of {MaxCommentLength}.");
        if (comment.Any(char.IsControl)) throw CloudflareErrors.Invalid(9302, "DNS record comment contains invalid characters.");
        return comment;
    }

    private static void CheckTags(JsonObject sent)
    {
        // The free plan has no tags at all.
        if (sent["tags"] is JsonArray { Count: > 0 } tags)
            throw CloudflareErrors.Invalid(9300, $"DNS record has {tags.Count} tags, exceeding the quota of 0.");
    }

    private static bool Flag(JsonObject sent, string member) => sent[member] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw CloudflareErrors.Invalid(9003, $"Invalid '{member}' value, must be a boolean."),
    };

    private static string? Text(JsonObject sent, string member) => sent[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => (string?)value,
        _ => throw CloudflareErrors.BadJson(),
    };

    private static bool IsAddress(string content, AddressFamily family)
        // The parser takes "10.1" for 10.0.0.1; DNS content must be written in full.
        => IPAddress.TryParse(content, out var address) && address.AddressFamily == family
            && (family is AddressFamily.InterNetworkV6 || address.ToString() == content);

    private static bool IsPrivate(string content)
    {
        if (!IPAddress.TryParse(content, out var address)) return false;
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal) return true;
        if (address.AddressFamily is not AddressFamily.InterNetwork) return false;
        var bytes = address.GetAddressBytes();
        return bytes is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
    }
}
