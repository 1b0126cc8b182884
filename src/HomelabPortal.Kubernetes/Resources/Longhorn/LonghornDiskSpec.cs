namespace HomelabPortal.Kubernetes;

/// <summary>What the owner says of a disk.</summary>
public sealed record LonghornDiskSpec
{
    public bool AllowScheduling { get; init; }

    public bool EvictionRequested { get; init; }

    /// <summary>Bytes kept from replicas.</summary>
    public long StorageReserved { get; init; }

    public IReadOnlyList<string> Tags { get; init => field = CompactList.Of(value); } = [];
}
