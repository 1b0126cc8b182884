using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>One version of one object. The bytes are the truth: they are written once and sent to everyone as they are.</summary>
internal sealed class StoredObject
{
    private StoredObject(ApiResource resource, string key, long resourceVersion, ReadOnlyMemory<byte> body, JsonObject json)
    {
        Resource = resource;
        Key = key;
        ResourceVersion = resourceVersion;
        Body = body;
        var metadata = json["metadata"]!;
        Uid = (string?)metadata["uid"] ?? "";
        Labels = metadata["labels"] is JsonObject labels && labels.Count > 0
            ? labels.ToDictionary(label => label.Key, label => (string?)label.Value ?? "", StringComparer.Ordinal)
            : None;
        Fields = resource.SelectableFields.IsEmpty ? [] : [.. resource.SelectableFields.Select(path => FieldPathText.Read(json, path))];
    }

    private static Dictionary<string, string> None { get; } = [];

    public ApiResource Resource { get; }

    /// <summary>"namespace/name", or "name" where there is no namespace.</summary>
    public string Key { get; }

    public string Name => Key[(Key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public string Namespace => Key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Key[..slash] : "";

    public string Uid { get; }

    public long ResourceVersion { get; }

    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The values of the resource's selectable fields, in their order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The JSON after <c>{"kind":…,"apiVersion":…,</c> up to and with the closing brace.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public static string KeyOf(string? ns, string name) => string.IsNullOrEmpty(ns) ? name : $"{ns}/{name}";

    /// <summary>Writes the object down. The metadata already holds the resource version.</summary>
    public static StoredObject From(ApiResource resource, JsonObject json, long resourceVersion)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, SimulatorJson.Writer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("metadata");
            json["metadata"]!.WriteTo(writer);
            foreach (var (name, value) in json)
            {
                if (name is "kind" or "apiVersion" or "metadata") continue;
                writer.WritePropertyName(name);
                if (value is null) writer.WriteNullValue();
                else value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        var metadata = json["metadata"]!;
        var key = KeyOf(resource.IsNamespaced ? (string?)metadata["namespace"] : null, (string)metadata["name"]!);
        return new StoredObject(resource, key, resourceVersion, buffer.WrittenSpan[1..].ToArray(), json);
    }

    /// <summary>What comes before <see cref="Body"/> to make a whole object.</summary>
    public static byte[] Head(ApiResource resource, string version) =>
        Encoding.UTF8.GetBytes($$"""{"kind":"{{resource.Kind}}","apiVersion":"{{resource.ApiVersion(version)}}",""");

    public byte[] ToBytes(string version) => [.. Head(Resource, version), .. Body.Span];

    /// <summary>A copy of its own for the caller to change.</summary>
    public JsonObject ToJson(string? version = null) => JsonNode.Parse(ToBytes(version ?? Resource.Versions[0]))!.AsObject();
}
