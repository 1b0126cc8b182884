using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels;

/// <summary>One member of a rule's originRequest: how cloudflared talks to the service.</summary>
/// <param name="Name">Exactly as Cloudflare spells it.</param>
/// <param name="Default">What cloudflared does when the member is absent; null when there is no such thing.</param>
/// <param name="Help">What it does, for a person.</param>
public sealed record OriginSetting(string Name, OriginSettingKind Kind, JsonNode? Default, string Help)
{
    /// <summary>Absent, null, empty, or what cloudflared does anyway.</summary>
    public bool IsDefault(JsonNode? value) => value switch
    {
        null => true,
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => true,
        JsonValue text when text.GetValueKind() == JsonValueKind.String && ((string?)text)!.Length == 0 => true,
        _ => Default is not null && JsonNode.DeepEquals(value, Default),
    };

    /// <summary>What is wrong with a value, or null.</summary>
    public string? FaultOf(JsonNode? value) => (Kind, value?.GetValueKind()) switch
    {
        (_, null or JsonValueKind.Null) => null,
        (OriginSettingKind.Seconds, JsonValueKind.Number) when value!.AsValue().TryGetValue<int>(out var seconds) && seconds is >= 0 and <= 86_400 => null,
        // Cloudflare takes "30s" and every route of the tunnel then answers 503.
        (OriginSettingKind.Seconds, _) => $"{Name} is a whole number of seconds from 0 to 86400, without a unit.",
        (OriginSettingKind.Count, JsonValueKind.Number) when value!.AsValue().TryGetValue<int>(out var count) && count is >= 0 and <= 100_000 => null,
        (OriginSettingKind.Count, _) => $"{Name} is a whole number from 0 to 100000.",
        (OriginSettingKind.Switch, JsonValueKind.True or JsonValueKind.False) => null,
        (OriginSettingKind.Switch, _) => $"{Name} is true or false.",
        (OriginSettingKind.Text, JsonValueKind.String) => ((string?)value)!.Any(char.IsControl) ? $"{Name} has no line breaks." : null,
        (OriginSettingKind.Text, _) => $"{Name} is a text.",
        (OriginSettingKind.Proxy, JsonValueKind.String) when (string?)value is "" or "socks" => null,
        (OriginSettingKind.Proxy, _) => $"{Name} is empty or socks.",
        (OriginSettingKind.Login, JsonValueKind.Object) => null,
        _ => $"{Name} is a JSON object.",
    };
}
