using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>Reads and writes the document of a rule as it is.</summary>
internal sealed class AccessRuleConverter : JsonConverter<AccessRule>
{
    public override AccessRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, AccessRule value, JsonSerializerOptions options) => value.Document.WriteTo(writer);
}
