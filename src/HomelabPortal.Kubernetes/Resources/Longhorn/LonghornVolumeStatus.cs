using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornVolumeStatus
{
    public static LonghornVolumeStatus Empty { get; } = new();

    /// <summary>"creating", "attached", "detached", "attaching", "detaching" or "deleting".</summary>
    public string State { get; init => field = value ?? ""; } = "";

    /// <summary>"healthy", "degraded", "faulted" or "unknown"; a detached volume is normally "unknown".</summary>
    public string Robustness { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("currentNodeID")]
    public string CurrentNodeId { get; init => field = value ?? ""; } = "";

    /// <summary>Bytes.</summary>
    public long ActualSize { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public LonghornKubernetesStatus? KubernetesStatus { get; init; }

    public string LastBackup { get; init => field = value ?? ""; } = "";

    public DateTimeOffset? LastBackupAt { get; init; }

    public DateTimeOffset? LastDegradedAt { get; init; }

    public string ShareState { get; init => field = value ?? ""; } = "";
}
