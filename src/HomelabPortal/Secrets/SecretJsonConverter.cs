using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Secrets;

/// <summary>Refuses: whoever serialises a record with a secret in it has made a mistake that must not pass.</summary>
internal sealed class SecretJsonConverter : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not read from JSON; read text and wrap it.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is not written as JSON; reveal it where it is used.");
}
