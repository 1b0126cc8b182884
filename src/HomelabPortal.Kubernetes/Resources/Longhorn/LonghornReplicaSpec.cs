using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornReplicaSpec
{
    public static LonghornReplicaSpec Empty { get; } = new();

    public string VolumeName { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("nodeID")]
    public string NodeId { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("diskID")]
    public string DiskId { get; init => field = value ?? ""; } = "";

    public bool Active { get; init; }

    /// <summary>When it failed; null while it has not.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>When it first held all data; null while it is being built.</summary>
    public DateTimeOffset? HealthyAt { get; init; }
}
