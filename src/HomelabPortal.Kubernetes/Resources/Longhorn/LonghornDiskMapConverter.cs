using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

internal sealed class LonghornDiskMapConverter : JsonConverter<CompactMap<LonghornDisk>>
{
    public override CompactMap<LonghornDisk> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var disks = JsonSerializer.Deserialize(ref reader, ResourceJson.Default.DictionaryStringLonghornDisk);
        return disks is null ? CompactMap<LonghornDisk>.Empty : CompactMap<LonghornDisk>.From(disks);
    }

    public override void Write(Utf8JsonWriter writer, CompactMap<LonghornDisk> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToDictionary(), ResourceJson.Default.DictionaryStringLonghornDisk);
}
