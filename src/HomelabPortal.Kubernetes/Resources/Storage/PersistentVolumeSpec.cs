namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeSpec
{
    public static PersistentVolumeSpec Empty { get; } = new();

    public CompactMap<Quantity> Capacity { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public IReadOnlyList<string> AccessModes { get; init => field = CompactList.Of(value); } = [];

    public string PersistentVolumeReclaimPolicy { get; init => field = value ?? ""; } = "";

    public string StorageClassName { get; init => field = value ?? ""; } = "";

    public ObjectReference? ClaimRef { get; init; }

    /// <summary>Null for volumes that no CSI driver serves.</summary>
    public CsiVolume? Csi { get; init; }
}
