using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>
/// Pure: where a live object differs from a manifest.
/// Members that the manifest does not name are the server's defaults and do not count,
/// except under the <c>spec</c> of an IngressRoute, which has no defaults and is ours alone: there an added member is a change.
/// </summary>
internal static class ManifestDiff
{
    private const int LongestValue = 60;

    /// <summary>One text per difference, for example "spec.routes[0].match Host(`a`) → Host(`b`)".</summary>
    public static IReadOnlyList<string> Between(JsonObject live, JsonObject desired)
    {
        var differences = new List<string>();
        foreach (var (name, value) in desired)
        {
            // The same object is served in several API versions.
            if (name != "apiVersion")
                Compare(name, live[name], value, IsStrict(desired, name), differences);
        }

        return differences;
    }

    private static bool IsStrict(JsonObject desired, string member) =>
        member == "spec" && (string?)desired["kind"] == Manifests.IngressRoute;

    private static void Compare(string path, JsonNode? live, JsonNode? desired, bool isStrict, List<string> differences)
    {
        switch (live, desired)
        {
            case (JsonObject liveObject, JsonObject desiredObject):
                CompareObjects(path, liveObject, desiredObject, isStrict, differences);
                break;
            case (JsonArray liveArray, JsonArray desiredArray) when liveArray.Count == desiredArray.Count:
                for (var i = 0; i < desiredArray.Count; i++)
                    Compare($"{path}[{i}]", liveArray[i], desiredArray[i], isStrict, differences);
                break;
            default:
                if (!JsonNode.DeepEquals(live, desired))
                    differences.Add($"{path} {Show(live)} → {Show(desired)}");
                break;
        }
    }

    private static void CompareObjects(string path, JsonObject live, JsonObject desired, bool isStrict, List<string> differences)
    {
        foreach (var (name, value) in desired)
            Compare($"{path}.{name}", live[name], value, isStrict, differences);
        if (!isStrict)
            return;
        foreach (var (name, value) in live.Where(member => !desired.ContainsKey(member.Key)))
            differences.Add($"{path}.{name} {Show(value)} → none");
    }

    private static string Show(JsonNode? node)
    {
        var text = node switch
        {
            null => "none",
            JsonValue value when value.TryGetValue<string>(out var plain) => plain,
            _ => node.ToJsonString(Readable),
        };
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };
}
