using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record PodTemplateSpec
{
    public static PodTemplateSpec Empty { get; } = new();

    [JsonConverter(typeof(ContainersConverter))]
    public IReadOnlyList<Container> Containers { get; init => field = CompactList.Of(value); } = [];

    [JsonConverter(typeof(ContainersConverter))]
    public IReadOnlyList<Container> InitContainers { get; init => field = CompactList.Of(value); } = [];

    [JsonConverter(typeof(PodVolumesConverter))]
    public IReadOnlyList<PodVolume> Volumes { get; init => field = CompactList.Of(value); } = [];

    public CompactMap<string> NodeSelector { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    public string RestartPolicy { get; init => field = value ?? ""; } = "";

    public string ServiceAccountName { get; init => field = value ?? ""; } = "";
}
