using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Desired;

/// <summary>How desired things are written into rows and audit images.</summary>
internal static class DesiredJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new HostnameConverter(), new RecordNameConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, _options);

    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, _options) ?? throw new JsonException("The row holds an empty document.");

    private sealed class HostnameConverter : JsonConverter<Hostname>
    {
        public override Hostname Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Hostname.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Hostname value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    private sealed class RecordNameConverter : JsonConverter<RecordName>
    {
        public override RecordName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RecordName.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, RecordName value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
