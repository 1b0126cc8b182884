using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record PodStatus
{
    public static PodStatus Empty { get; } = new();

    /// <summary>"Pending", "Running", "Succeeded", "Failed" or "Unknown"; a crash-looping pod is "Running".</summary>
    public string Phase { get; init => field = value ?? ""; } = "";

    public string Reason { get; init => field = value ?? ""; } = "";

    public string Message { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("podIP")]
    public string PodIp { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("podIPs")]
    public IReadOnlyList<PodIp> PodIps { get; init => field = CompactList.Of(value); } = [];

    public string NominatedNodeName { get; init => field = value ?? ""; } = "";

    public string QosClass { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? StartTime { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<ContainerStatus> InitContainerStatuses { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<ContainerStatus> ContainerStatuses { get; init => field = CompactList.Of(value); } = [];
}
