using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record Container
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string Image { get; init => field = value ?? ""; } = "";

    public string ImagePullPolicy { get; init => field = value ?? ""; } = "";

    /// <summary>"Always" on an init container makes it a sidecar.</summary>
    public string RestartPolicy { get; init => field = value ?? ""; } = "";

    public ContainerResources Resources { get; init => field = value ?? ContainerResources.Empty; } = ContainerResources.Empty;

    public IReadOnlyList<ContainerPort> Ports { get; init => field = CompactList.Of(value); } = [];

    public Probe? StartupProbe { get; init; }

    public Probe? LivenessProbe { get; init; }

    public Probe? ReadinessProbe { get; init; }

    /// <summary>Names and where their values come from; the values themselves are never read.</summary>
    [JsonPropertyName("env")]
    public IReadOnlyList<EnvironmentVariable> Environment { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Whole config maps and secrets whose keys become variables.</summary>
    [JsonPropertyName("envFrom")]
    public IReadOnlyList<EnvironmentSource> EnvironmentFrom { get; init => field = CompactList.Of(value); } = [];

    public IReadOnlyList<VolumeMount> VolumeMounts { get; init => field = CompactList.Of(value); } = [];

    public SecurityContext SecurityContext { get; init => field = value ?? SecurityContext.Empty; } = SecurityContext.Empty;
}
