using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads a volume of any kind: its name, and the one other member, whose name is the kind.</summary>
internal sealed class PodVolumeConverter : JsonConverter<PodVolume>
{
    public override PodVolume Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var volume = new PodVolume();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = TextPool.Read(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String && member == "name")
                volume = volume with { Name = TextPool.Read(ref reader) };
            else if (reader.TokenType == JsonTokenType.StartObject)
                volume = Of(volume, member, Texts(ref reader));
            else
                reader.Skip();
        }

        return volume;
    }

    public override void Write(Utf8JsonWriter writer, PodVolume value, JsonSerializerOptions options) => throw new NotSupportedException("Volumes are only read.");

    private static PodVolume Of(PodVolume volume, string kind, Dictionary<string, string> texts) => volume with
    {
        Kind = kind,
        Source = Source(kind, name => texts.GetValueOrDefault(name, "")),
        PersistentVolumeClaim = kind == "persistentVolumeClaim" ? new PodVolumeClaim { ClaimName = texts.GetValueOrDefault("claimName", "") } : null,
        EmptyDir = kind == "emptyDir" ? new PodEmptyDir { Medium = texts.GetValueOrDefault("medium", "") } : null,
    };

    private static string Source(string kind, Func<string, string> text) => kind switch
    {
        "persistentVolumeClaim" => text("claimName"),
        "secret" => text("secretName"),
        "hostPath" => text("path"),
        "nfs" => $"{text("server")}:{text("path")}",
        "csi" => text("driver"),
        "image" => text("reference"),
        "emptyDir" => string.Join(", ", new[] { text("medium"), text("sizeLimit") }.Where(part => part.Length > 0)),
        _ => text("name"),
    };

    /// <summary>The members of the object that are plain texts; whatever is nested is passed over.</summary>
    private static Dictionary<string, string> Texts(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextPool.Read(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                texts[name] = TextPool.Read(ref reader);
            else
                reader.Skip();
        }

        return texts;
    }
}
