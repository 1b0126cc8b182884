using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornVolumeSpec
{
    public static LonghornVolumeSpec Empty { get; } = new();

    /// <summary>Bytes.</summary>
    public Quantity Size { get; init; }

    public int NumberOfReplicas { get; init; }

    public string AccessMode { get; init => field = value ?? ""; } = "";

    public string Frontend { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nodeID")]
    public string NodeId { get; init => field = value ?? ""; } = "";
}
