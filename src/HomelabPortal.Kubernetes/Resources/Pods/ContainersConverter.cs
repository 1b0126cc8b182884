using System.Text.Json;

namespace HomelabPortal.Kubernetes;

internal sealed class ContainersConverter : SharedConverter<IReadOnlyList<Container>>
{
    protected override IReadOnlyList<Container> Parse(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, ResourceJson.Default.ContainerArray) ?? [];
}
