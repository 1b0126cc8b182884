using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>The keywords that look at one value alone.</summary>
internal static class ScalarRules
{
    public static IEnumerable<string> Check(JsonNode value, JsonObject schema)
    {
        var kind = value.GetValueKind();
        if ((string?)schema["type"] is { } type && !IsOf(type, value, kind)) yield return $"is {kind}, not {type}";
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
            yield return $"{value.ToJsonString()} is none of {allowed.ToJsonString()}";
        if (kind is JsonValueKind.Number)
        {
            var number = Number(value);
            if (schema["minimum"] is { } least && number < Number(least)) yield return $"{number} is below {least}";
            if (schema["maximum"] is { } most && number > Number(most)) yield return $"{number} is above {most}";
        }
        if (kind is JsonValueKind.String)
        {
            var text = (string)value!;
            if ((int?)schema["minLength"] is { } shortest && text.Length < shortest) yield return $"is shorter than {shortest}";
            if ((int?)schema["maxLength"] is { } longest && text.Length > longest) yield return $"is longer than {longest}";
            if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern)) yield return $"\"{text}\" does not match {pattern}";
            if ((string?)schema["format"] is { } format && !HasFormat(text, format)) yield return $"\"{text}\" is no {format}";
        }
        if (value is JsonArray items)
        {
            if ((int?)schema["minItems"] is { } fewest && items.Count < fewest) yield return $"has fewer than {fewest} items";
            if ((int?)schema["maxItems"] is { } mostItems && items.Count > mostItems) yield return $"has more than {mostItems} items";
        }
    }

    private static bool IsOf(string type, JsonNode value, JsonValueKind kind) => type switch
    {
        "string" => kind is JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "number" => kind is JsonValueKind.Number,
        "integer" => kind is JsonValueKind.Number && decimal.IsInteger(Number(value)),
        "array" => kind is JsonValueKind.Array,
        "object" => kind is JsonValueKind.Object,
        _ => throw new InvalidDataException($"The type {type} is not understood."),
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "date-time" or "dateTime" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "hostname" => Uri.CheckHostName(text) is UriHostNameType.Dns,
        "email" => text.Contains('@'),
        "ipv4" => IPAddress.TryParse(text, out var v4) && v4.AddressFamily is AddressFamily.InterNetwork,
        "ipv6" => IPAddress.TryParse(text, out var v6) && v6.AddressFamily is AddressFamily.InterNetworkV6,
        // Docker leaves addresses empty where there is none; its formats are checked where there is one.
        "ip-address" => text is "" || IPAddress.TryParse(text, out _),
        _ => true,
    };

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
