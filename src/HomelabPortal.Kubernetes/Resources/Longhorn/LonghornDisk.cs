using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

public sealed record LonghornDisk
{
    public string DiskPath { get; init => field = value ?? ""; } = "";

    /// <summary>What replicas call the disk they lie on.</summary>
    [JsonPropertyName("diskUUID")]
    public string DiskUuid { get; init => field = value ?? ""; } = "";

    public string DiskType { get; init => field = value ?? ""; } = "";

    /// <summary>Bytes.</summary>
    public long StorageMaximum { get; init; }

    /// <summary>Bytes.</summary>
    public long StorageAvailable { get; init; }

    /// <summary>Bytes promised to replicas.</summary>
    public long StorageScheduled { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];
}
