using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>The members in which two templates differ, by their paths. Members of lists are told by their name where they have one.</summary>
internal static class TemplateDifference
{
    public static IReadOnlyList<string> Of(JsonNode? before, JsonNode? after)
    {
        var (old, fresh) = (Flat(before), Flat(after));
        return
        [
            .. old.Keys.Concat(fresh.Keys).Distinct().Order(StringComparer.Ordinal)
                .Where(path => old.GetValueOrDefault(path) != fresh.GetValueOrDefault(path))
                .Select(path => (Was: old.GetValueOrDefault(path), Is: fresh.GetValueOrDefault(path)) switch
                {
                    (null, { } now) => $"+ {path}: {now}",
                    ({ } was, null) => $"− {path}: {was}",
                    var (was, now) => $"~ {path}: {was} → {now}",
                }),
        ];
    }

    private static Dictionary<string, string> Flat(JsonNode? root)
    {
        var result = new Dictionary<string, string>();
        Walk(root, "", result);
        return result;
    }

    private static void Walk(JsonNode? node, string path, Dictionary<string, string> into)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map:
                foreach (var (name, value) in map)
                    Walk(value, path.Length == 0 ? name : $"{path}.{name}", into);
                break;
            case JsonArray { Count: > 0 } list:
                for (var i = 0; i < list.Count; i++)
                    Walk(list[i], $"{path}[{((list[i] as JsonObject)?["name"] is JsonValue name ? name.ToString() : i.ToString(null, null))}]", into);
                break;
            // Absent, null and empty are the same wish.
            case null or JsonObject or JsonArray:
                break;
            default:
                into[path] = node.ToString();
                break;
        }
    }
}
