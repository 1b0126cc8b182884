namespace HomelabPortal.Kubernetes;

public sealed record LonghornNodeSpec
{
    public static LonghornNodeSpec Empty { get; } = new();

    public bool AllowScheduling { get; init; }

    public bool EvictionRequested { get; init; }

    /// <summary>By disk name.</summary>
    public CompactMap<LonghornDiskSpec> Disks { get; init => field = value ?? CompactMap<LonghornDiskSpec>.Empty; } = CompactMap<LonghornDiskSpec>.Empty;
}
