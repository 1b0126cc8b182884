using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>
/// Takes out of a Secret what nobody is shown, before anything else sees it: the values of its data, of which keys and sizes stay,
/// and the annotations in which tools keep copies of the whole object.
/// </summary>
internal static class SecretData
{
    /// <summary>Longer ones may hold a copy of the object, in whatever form.</summary>
    private const int LongestAnnotation = 128;

    private static readonly string[] _members = ["data", "stringData"];

    public static bool IsSecret(JsonObject manifest) => Text(manifest["kind"]) == "Secret" && Text(manifest["apiVersion"]) is null or "v1";

    /// <summary>The object without its secrets; it changes the one it is given.</summary>
    public static JsonObject Hide(JsonObject manifest)
    {
        if (!IsSecret(manifest))
            return manifest;
        foreach (var member in _members)
        {
            if (manifest[member] is { } values)
                manifest[member] = values is JsonObject map ? HideValues(map, isEncoded: member == "data") : Hidden.Sized(Encoding.UTF8.GetByteCount(values.ToJsonString()));
        }

        if ((manifest["metadata"] as JsonObject)?["annotations"] is JsonObject annotations)
            HideCopies(annotations);
        return manifest;
    }

    private static JsonObject HideValues(JsonObject map, bool isEncoded) =>
        new(map.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Hidden.Sized(Size(entry.Value, isEncoded)))));

    private static void HideCopies(JsonObject annotations)
    {
        foreach (var (key, value) in annotations.ToList())
        {
            if (Text(value) is not { } text || text.Length > LongestAnnotation || text.AsSpan().IndexOfAny('{', '[', '\n') >= 0)
                annotations[key] = Hidden.Sized(Size(value, isEncoded: false));
        }
    }

    private static long Size(JsonNode? value, bool isEncoded)
    {
        if (Text(value) is not { } text)
            return value is null ? 0 : Encoding.UTF8.GetByteCount(value.ToJsonString());
        return isEncoded ? text.Length / 4 * 3 - text.AsSpan(Math.Max(0, text.Length - 2)).Count('=') : Encoding.UTF8.GetByteCount(text);
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
