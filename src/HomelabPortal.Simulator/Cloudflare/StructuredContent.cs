using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The read-only text of types that are written in parts.</summary>
internal static class StructuredContent
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["SRV"] = ["priority", "weight", "port", "target"],
        ["CAA"] = ["flags", "tag", "value"],
        ["HTTPS"] = ["priority", "target", "value"],
        ["SVCB"] = ["priority", "target", "value"],
        ["TLSA"] = ["usage", "selector", "matching_type", "certificate"],
    };

    public static bool Covers(string type) => Parts.ContainsKey(type);

    public static string Of(string type, JsonObject data)
    {
        foreach (var part in Parts[type])
            if (data[part] is null) throw CloudflareErrors.Invalid(9101, $"{part} is a required data field.");
        var texts = Parts[type].Select(part => Text(type, part, data[part]!));
        return string.Join(' ', texts).TrimEnd();
    }

    private static string Text(string type, string part, JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number when JsonNumber.Of(value) is >= 0 and <= ushort.MaxValue and var number => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String when type is "CAA" && part is "value" => $"\"{(string?)value}\"",
        JsonValueKind.String when part is not ("priority" or "weight" or "port" or "flags") => (string)value!,
        _ => throw CloudflareErrors.Invalid(9102, $"{part} is not valid for a {type} record."),
    };
}
