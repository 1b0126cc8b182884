using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Docker;

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(DockerVersion))]
[JsonSerializable(typeof(DockerInfo))]
[JsonSerializable(typeof(IReadOnlyList<ContainerSummary>))]
[JsonSerializable(typeof(ContainerDetails))]
[JsonSerializable(typeof(ContainerSpec))]
[JsonSerializable(typeof(CreatedContainer))]
[JsonSerializable(typeof(DockerEvent))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(ContainerUpdate))]
[JsonSerializable(typeof(UpdatedContainer))]
[JsonSerializable(typeof(ContainerExit))]
[JsonSerializable(typeof(ContainerProcesses))]
[JsonSerializable(typeof(ExecRequest))]
[JsonSerializable(typeof(ExecStart))]
[JsonSerializable(typeof(CreatedExec))]
[JsonSerializable(typeof(ExecState))]
[JsonSerializable(typeof(IReadOnlyList<ImageSummary>))]
[JsonSerializable(typeof(ImageDetails))]
[JsonSerializable(typeof(IReadOnlyList<ImageRemoval>))]
[JsonSerializable(typeof(ImagePrune))]
[JsonSerializable(typeof(RemoteImage))]
[JsonSerializable(typeof(PullReport))]
[JsonSerializable(typeof(VolumeList))]
[JsonSerializable(typeof(DockerVolume))]
[JsonSerializable(typeof(VolumePrune))]
[JsonSerializable(typeof(IReadOnlyList<DockerNetwork>))]
[JsonSerializable(typeof(DiskUsage))]
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class DockerJson : JsonSerializerContext
{
    /// <summary>Names as the API writes them, in either case: socket proxies and other engines differ.</summary>
    public static DockerJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
