using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads an object whose members are records by name, such as the disks of a node.</summary>
internal sealed class RecordMapConverter<T> : JsonConverter<CompactMap<T>>
    where T : class
{
    private static JsonTypeInfo<Dictionary<string, T>> Json => (JsonTypeInfo<Dictionary<string, T>>)ResourceJson.Default.GetTypeInfo(typeof(Dictionary<string, T>))!;

    public override CompactMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Json) is { } records ? CompactMap<T>.From(records.Where(entry => entry.Value is not null)) : CompactMap<T>.Empty;

    public override void Write(Utf8JsonWriter writer, CompactMap<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToDictionary(), Json);
}
