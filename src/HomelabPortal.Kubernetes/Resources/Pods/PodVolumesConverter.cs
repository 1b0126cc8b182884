using System.Text.Json;

namespace HomelabPortal.Kubernetes;

internal sealed class PodVolumesConverter : SharedConverter<IReadOnlyList<PodVolume>>
{
    protected override IReadOnlyList<PodVolume> Parse(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, ResourceJson.Default.PodVolumeArray) ?? [];
}
