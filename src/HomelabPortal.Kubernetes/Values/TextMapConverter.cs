using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads labels and annotations, leaving out the copies of whole manifests that tools put into annotations.</summary>
internal sealed class TextMapConverter : JsonConverter<CompactMap<string>>
{
    /// <summary>Longer values are documents, not facts; they are one raw GET away.</summary>
    private const int LongestKept = 4096;

    public override CompactMap<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var entries = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = !reader.ValueTextEquals("kubectl.kubernetes.io/last-applied-configuration"u8);
            var key = isWanted ? TextPool.Read(ref reader) : "";
            reader.Read();
            if (isWanted && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestKept)
                entries.Add(new(key, TextPool.Read(ref reader)));
            else
                reader.Skip();
        }
        return CompactMap<string>.From(entries);
    }

    public override void Write(Utf8JsonWriter writer, CompactMap<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var entry in value)
            writer.WriteString(entry.Key, entry.Value);
        writer.WriteEndObject();
    }
}
