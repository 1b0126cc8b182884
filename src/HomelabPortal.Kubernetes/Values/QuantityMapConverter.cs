using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

internal sealed class QuantityMapConverter : JsonConverter<CompactMap<Quantity>>
{
    private static readonly QuantityConverter _quantities = new();

    public override CompactMap<Quantity> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var entries = new List<KeyValuePair<string, Quantity>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = TextPool.Read(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                entries.Add(new(key, _quantities.Read(ref reader, typeof(Quantity), options)));
        }
        return CompactMap<Quantity>.From(entries);
    }

    public override void Write(Utf8JsonWriter writer, CompactMap<Quantity> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var entry in value)
            writer.WriteString(entry.Key, entry.Value.ToString());
        writer.WriteEndObject();
    }
}
