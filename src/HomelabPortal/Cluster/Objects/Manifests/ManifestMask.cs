using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>
/// Masks the values of a manifest that look like secrets by their names or by themselves, and counts them:
/// environment variables, arguments, settings in texts, and all that once more in texts that are JSON.
/// </summary>
internal sealed class ManifestMask
{
    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In gzip and base64, where nothing can be masked but everything.</summary>
    private static readonly string[] _packed = ["objectset.rio.cattle.io/applied"];

    public int Count { get; private set; }

    public JsonObject Apply(JsonObject manifest)
    {
        // A definition describes fields and holds no values; masking its prose would only make it unreadable.
        var copy = manifest.DeepClone().AsObject();
        return copy["kind"]?.GetValueKind() == JsonValueKind.String && copy["kind"]!.GetValue<string>() == "CustomResourceDefinition" ? copy : Members(copy, isNaming: true);
    }

    private JsonNode? Node(JsonNode? node, string? name) => node switch
    {
        JsonObject members => Members(members, isNaming: true),
        JsonArray items => Items(items, name),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), name),
        _ => node?.DeepClone(),
    };

    /// <param name="isNaming">False for labels and annotations, whose names say what a tool is to do and not what the value is.</param>
    private JsonObject Members(JsonObject members, bool isNaming)
    {
        // {"name": "DB_PASSWORD", "value": "…"}
        var pair = members["name"]?.GetValueKind() == JsonValueKind.String ? members["name"]!.GetValue<string>() : null;
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member switch
        {
            { Key: "metadata", Value: JsonObject metadata } => Metadata(metadata),
            { Key: "name" or "kind" or "apiVersion" } => member.Value?.DeepClone(),
            { Key: "value" } when pair is not null => Node(member.Value, pair),
            _ => Node(member.Value, isNaming ? member.Key : null),
        })));
    }

    private JsonObject Metadata(JsonObject metadata) => new(metadata.Select(member => KeyValuePair.Create(member.Key, member.Key switch
    {
        "annotations" when member.Value is JsonObject annotations => new JsonObject(annotations.Select(entry => KeyValuePair.Create(entry.Key, _packed.Contains(entry.Key) ? Masked() : Node(entry.Value, null)))),
        _ => member.Value?.DeepClone(),
    })));

    private JsonArray Items(JsonArray items, string? name)
    {
        var masked = new JsonArray();
        var before = "";
        foreach (var item in items)
        {
            // ["--password", "…"]
            var option = before.StartsWith('-') && !before.Contains('=') ? before.TrimStart('-') : name;
            masked.Add(Node(item, option));
            before = item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : "";
        }

        return masked;
    }

    private JsonNode Text(string text, string? name)
    {
        if (Hidden.Is(text))
            return text;
        if (name is not null && !IsHarmless(text) && SecretNames.IsSecret(name))
            return Masked();
        if (Packed(text) is { } packed)
            return packed;
        var masked = SecretText.Mask(text);
        if (!ReferenceEquals(masked, text))
            Count++;
        return masked;
    }

    /// <summary>JSON within a text, as tools keep copies of an object; null when it is none.</summary>
    private string? Packed(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return null;
        try
        {
            var before = Count;
            var masked = Node(JsonNode.Parse(text), null);
            return Count == before ? text : masked!.ToJsonString(_compact);
        }
        catch (JsonException)
        {
            // Only looks like JSON, or is nested too deeply: a text like any other.
            return null;
        }
        catch (ArgumentException)
        {
            // A member that is there twice.
            return null;
        }
    }

    private static bool IsHarmless(string text) => text.Length == 0 || text is "true" or "false" || text.StartsWith("$(", StringComparison.Ordinal) || text.StartsWith("${", StringComparison.Ordinal);

    private JsonNode Masked()
    {
        Count++;
        return Hidden.Mask;
    }
}
