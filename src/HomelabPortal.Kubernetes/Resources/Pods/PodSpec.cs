using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record PodSpec
{
    public static PodSpec Empty { get; } = new();

    public string NodeName { get; init => field = value ?? ""; } = "";

    public string RestartPolicy { get; init => field = value ?? ""; } = "";

    [JsonConverter(typeof(ContainersConverter))]
    public IReadOnlyList<Container> Containers { get; init => field = CompactList.Of(value); } = [];

    [JsonConverter(typeof(ContainersConverter))]
    public IReadOnlyList<Container> InitContainers { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<PodReadinessGate> ReadinessGates { get; init => field = CompactList.Of(value); } = [];

    /// <summary>What the pod itself needs beside its containers (from its RuntimeClass).</summary>
    public CompactMap<Quantity> Overhead { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    [JsonConverter(typeof(PodVolumesConverter))]
    public IReadOnlyList<PodVolume> Volumes { get; init => field = CompactList.Of(value); } = [];

    [JsonConverter(typeof(SecurityContextConverter))]
    public SecurityContext SecurityContext { get; init => field = value ?? SecurityContext.Empty; } = SecurityContext.Empty;

    public long? TerminationGracePeriodSeconds { get; init; }

    public string ServiceAccountName { get; init => field = value ?? ""; } = "";

    public string PriorityClassName { get; init => field = value ?? ""; } = "";

    /// <summary>Null means that the service account decides, which by default means yes.</summary>
    public bool? AutomountServiceAccountToken { get; init; }

    /// <summary>The pod has the network of its node.</summary>
    public bool HostNetwork { get; init; }

    /// <summary>The pod sees the processes of its node.</summary>
    [JsonPropertyName("hostPID")]
    public bool HostPid { get; init; }

    [JsonPropertyName("hostIPC")]
    public bool HostIpc { get; init; }
}
