namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeClaimStatus
{
    public static PersistentVolumeClaimStatus Empty { get; } = new();

    /// <summary>"Pending", "Bound" or "Lost".</summary>
    public string Phase { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<string> AccessModes { get; init => field = CompactList.Of(value); } = [];

    /// <summary>Such as "Resizing" or "FileSystemResizePending".</summary>
    public IReadOnlyList<Condition> Conditions { get; init => field = CompactList.Of(value); } = [];

    public CompactMap<Quantity> Capacity { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;
}
