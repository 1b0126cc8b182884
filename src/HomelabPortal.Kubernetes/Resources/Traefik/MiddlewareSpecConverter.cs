using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

internal sealed class MiddlewareSpecConverter : JsonConverter<MiddlewareSpec>
{
    public override MiddlewareSpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var kinds = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            kinds.Add(TextPool.Read(ref reader));
            reader.Skip();
        }
        return new MiddlewareSpec { Kinds = kinds };
    }

    public override void Write(Utf8JsonWriter writer, MiddlewareSpec value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var kind in value.Kinds)
        {
            writer.WriteStartObject(kind);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
