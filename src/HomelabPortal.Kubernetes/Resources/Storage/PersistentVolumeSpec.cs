namespace HomelabPortal.Kubernetes;

public sealed record PersistentVolumeSpec
{
    public static PersistentVolumeSpec Empty { get; } = new();

    public CompactMap<Quantity> Capacity { get; init => field = value ?? CompactMap<Quantity>.Empty; } = CompactMap<Quantity>.Empty;

    public IReadOnlyList<string> AccessModes { get; init => field = CompactList.Of(value); } = [];

    public string PersistentVolumeReclaimPolicy { get; init => field = value ?? ""; } = "";

    public string StorageClassName { get; init => field = value ?? ""; } = "";

    public string VolumeAttributesClassName { get; init => field = value ?? ""; } = "";

    /// <summary>"Filesystem" or "Block".</summary>
    public string VolumeMode { get; init => field = value ?? ""; } = "";

    public ObjectReference? ClaimRef { get; init; }

    /// <summary>Null for volumes that no CSI driver serves.</summary>
    public CsiVolume? Csi { get; init; }

    /// <summary>Set where a share of an NFS server is the volume.</summary>
    public NfsVolume? Nfs { get; init; }

    /// <summary>Set where a disk of one node is the volume.</summary>
    public PathVolume? Local { get; init; }

    /// <summary>Set where a folder of a node is the volume.</summary>
    public PathVolume? HostPath { get; init; }

    /// <summary>The nodes from which the volume can be reached; null for all.</summary>
    public VolumeNodeAffinity? NodeAffinity { get; init; }
}
