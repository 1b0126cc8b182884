using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record ContainerPort
{
    public string Name { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("containerPort")]
    public int Number { get; init; }

    /// <summary>The port of the node that leads here; 0 for none.</summary>
    public int HostPort { get; init; }

    /// <summary>"TCP", "UDP" or "SCTP".</summary>
    public string Protocol { get; init => field = value ?? ""; } = "";
}
