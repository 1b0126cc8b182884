using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>One step of a field path, in the notation of managedFields.</summary>
internal static class PathElement
{
    public static string Field(string name) => "f:" + name;

    public static string Value(JsonNode? value) => "v:" + (value?.ToJsonString(SimulatorJson.Options) ?? "null");

    /// <summary>Finds an element of a keyed list; null when a key is missing and has no default.</summary>
    public static string? Key(JsonObject element, FieldSchema list)
    {
        var keys = new JsonObject();
        foreach (var key in list.Keys.Order(StringComparer.Ordinal))
        {
            var value = element[key] ?? list.KeyDefault(key);
            if (value is null) return null;
            keys[key] = value.DeepClone();
        }
        return "k:" + keys.ToJsonString(SimulatorJson.Options);
    }

    public static string ToText(string element)
    {
        if (element.StartsWith("f:", StringComparison.Ordinal)) return "." + element[2..];
        if (element.StartsWith("v:", StringComparison.Ordinal)) return $"[={element[2..]}]";
        if (!element.StartsWith("k:", StringComparison.Ordinal)) return $"[{element[2..]}]";
        using var keys = JsonDocument.Parse(element[2..]);
        return $"[{string.Join(",", keys.RootElement.EnumerateObject().Select(key => $"{key.Name}={key.Value.GetRawText()}"))}]";
    }
}
