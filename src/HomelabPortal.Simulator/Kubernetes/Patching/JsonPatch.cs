using System.Globalization;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Api;

namespace HomelabPortal.Simulator.Kubernetes.Patching;

/// <summary>JSON patch (RFC 6902).</summary>
internal static class JsonPatch
{
    /// <exception cref="StatusException">400 for a malformed patch, 422 when it does not fit the object.</exception>
    public static JsonObject Apply(JsonObject target, JsonArray operations)
    {
        JsonNode? root = target.DeepClone();
        foreach (var operation in operations.OfType<JsonObject>()) root = Step(root, operation);
        return root as JsonObject ?? throw Misfit();
    }

    private static JsonNode? Step(JsonNode? root, JsonObject operation)
    {
        var path = (string?)operation["path"] ?? throw Statuses.BadRequest("a JSON patch operation has no path");
        switch ((string?)operation["op"])
        {
            case "add": return Add(root, path, operation["value"]);
            case "remove": return Remove(root, path, out _);
            case "replace": return Add(Remove(root, path, out _), path, operation["value"]);
            case "test":
                return JsonNode.DeepEquals(Find(root, Parts(path)), operation["value"]) ? root : throw Misfit();
            case "move":
                root = Remove(root, From(operation), out var moved);
                return Add(root, path, moved);
            case "copy": return Add(root, path, Find(root, Parts(From(operation))));
            default: throw Statuses.BadRequest($"Unexpected kind: {operation["op"]}");
        }
    }

    private static string From(JsonObject operation) => (string?)operation["from"] ?? throw Statuses.BadRequest("a JSON patch operation has no from");

    private static JsonNode? Add(JsonNode? root, string path, JsonNode? value)
    {
        var parts = Parts(path);
        if (parts.Length == 0) return value?.DeepClone();
        switch (Find(root, parts.AsSpan(..^1)))
        {
            case JsonObject map: map[parts[^1]] = value?.DeepClone(); break;
            case JsonArray list when parts[^1] == "-": list.Add(value?.DeepClone()); break;
            case JsonArray list when Index(parts[^1]) is { } at && at <= list.Count: list.Insert(at, value?.DeepClone()); break;
            default: throw Misfit();
        }
        return root;
    }

    private static JsonNode? Remove(JsonNode? root, string path, out JsonNode? removed)
    {
        var parts = Parts(path);
        removed = Find(root, parts);
        switch (parts.Length == 0 ? null : Find(root, parts.AsSpan(..^1)))
        {
            case JsonObject map when map.Remove(parts[^1]): return root;
            case JsonArray list when Index(parts[^1]) is { } at && at < list.Count:
                list.RemoveAt(at);
                return root;
            default: throw Misfit();
        }
    }

    private static JsonNode? Find(JsonNode? node, ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            node = node switch
            {
                JsonObject map => map[part],
                JsonArray list when Index(part) is { } at && at < list.Count => list[at],
                _ => null,
            };
        }
        return node;
    }

    private static string[] Parts(string path) => path.Length == 0 ? []
        : [.. path.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static int? Index(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;

    private static StatusException Misfit() => Statuses.Failure(422, "Invalid", "the server rejected our request due to an error in our request", []);
}
