using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornEngineSpec
{
    public static LonghornEngineSpec Empty { get; } = new();

    public string VolumeName { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nodeID")]
    public string NodeId { get; init => field = value ?? ""; } = "";
}
