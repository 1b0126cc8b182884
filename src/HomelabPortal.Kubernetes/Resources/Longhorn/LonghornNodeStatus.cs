namespace HomelabPortal.Kubernetes;

public sealed record LonghornNodeStatus
{
    public static LonghornNodeStatus Empty { get; } = new();

    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    /// <summary>By disk name.</summary>
    public CompactMap<LonghornDisk> DiskStatus { get; init => field = value ?? CompactMap<LonghornDisk>.Empty; } = CompactMap<LonghornDisk>.Empty;
}
