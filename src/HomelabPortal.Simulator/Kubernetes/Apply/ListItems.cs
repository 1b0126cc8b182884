using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>The elements of a set or keyed list by their path element.</summary>
internal static class ListItems
{
    /// <returns>Null when keys are missing or repeated; such a list is treated as a whole.</returns>
    public static Dictionary<string, JsonNode?>? Index(JsonArray list, FieldSchema schema)
    {
        var index = new Dictionary<string, JsonNode?>(list.Count, StringComparer.Ordinal);
        foreach (var item in list)
        {
            var element = schema.ListKind == ListKind.Set ? PathElement.Value(item) : item is JsonObject map ? PathElement.Key(map, schema) : null;
            if (element is null || !index.TryAdd(element, item)) return null;
        }
        return index;
    }
}
