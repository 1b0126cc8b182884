using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Volumes;

/// <summary>Small objects of Longhorn and of claims for tests.</summary>
internal static class Disks
{
    public const string System = "longhorn-system";

    public static LonghornVolume Volume(string name, int replicas = 3, string state = "attached", string robustness = "healthy", string claim = "") => new()
    {
        Metadata = Meta(name, System),
        Spec = new LonghornVolumeSpec { NumberOfReplicas = replicas, Size = Quantity.Parse("5Gi") },
        Status = new LonghornVolumeStatus
        {
            State = state, Robustness = robustness, ActualSize = 2L << 30,
            KubernetesStatus = new LonghornKubernetesStatus { Namespace = "media", PvcName = claim.Length > 0 ? claim : $"{name}-claim", PvName = name },
        },
    };

    public static LonghornReplica Replica(string volume, string node, bool failed = false, bool building = false) => new()
    {
        Metadata = Meta($"{volume}-r-{node}", System),
        Spec = new LonghornReplicaSpec
        {
            VolumeName = volume, NodeId = node, DiskId = $"disk-of-{node}", Active = true,
            FailedAt = failed ? Now.AddHours(-1) : null, HealthyAt = failed || building ? null : Now.AddDays(-3),
        },
        Status = new LonghornReplicaStatus { CurrentState = failed ? "stopped" : "running" },
    };

    public static PersistentVolumeClaim Claim(string name, string volume, string phase = "Bound") => new()
    {
        Metadata = Meta(name),
        Spec = new PersistentVolumeClaimSpec { VolumeName = volume, StorageClassName = "longhorn" },
        Status = new PersistentVolumeClaimStatus { Phase = phase, AccessModes = ["ReadWriteOnce"], Capacity = Storage("5Gi") },
    };

    public static PersistentVolume Persistent(string name, string claim, string phase = "Bound", string driver = "driver.longhorn.io") => new()
    {
        Metadata = Meta(name, ""),
        Spec = new PersistentVolumeSpec
        {
            Capacity = Storage("5Gi"), AccessModes = ["ReadWriteOnce"], StorageClassName = "longhorn", PersistentVolumeReclaimPolicy = "Delete",
            ClaimRef = claim.Length == 0 ? null : new ObjectReference { Namespace = "media", Name = claim }, Csi = new CsiVolume { Driver = driver, VolumeHandle = name },
        },
        Status = new PersistentVolumeStatus { Phase = phase },
    };

    /// <summary>A volume in the own file system of the node with this hostname label.</summary>
    public static PersistentVolume Pinned(string name, string claim, params string[] hosts)
    {
        var volume = Persistent(name, claim);
        var term = new NodeSelectorTerm { MatchExpressions = [new LabelRequirement { Key = "kubernetes.io/hostname", Operator = "In", Values = hosts }] };
        return volume with { Spec = volume.Spec with { Csi = null, HostPath = new PathVolume { Path = "/var/lib/data" }, NodeAffinity = new VolumeNodeAffinity { Required = new NodeSelector { NodeSelectorTerms = [term] } } } };
    }

    public static Node Host(string name, string ready = "True") => Node(name, ready) with { Metadata = Meta(name, "", ("kubernetes.io/hostname", name)) };

    /// <summary>Three nodes that answer.</summary>
    public static ClusterState Whole { get; } = new()
    {
        IsConnected = true, Nodes = Kind(Host("node1"), Host("node2"), Host("node3")), Pods = Kind<Pod>(), Claims = Kind<PersistentVolumeClaim>(),
        PersistentVolumes = Kind<PersistentVolume>(), Volumes = Kind<LonghornVolume>(), VolumeReplicas = Kind<LonghornReplica>(), VolumeEngines = Kind<LonghornEngine>(),
        VolumeNodes = Kind<LonghornNode>(), VolumeBackups = Kind<LonghornBackup>(), VolumeSettings = Kind<LonghornSetting>(), BackupTargets = Kind<LonghornBackupTarget>(),
        RecurringJobs = Kind<LonghornRecurringJob>(), StorageClasses = Kind<StorageClass>(),
    };

    private static CompactMap<Quantity> Storage(string amount) => CompactMap<Quantity>.From([new("storage", Quantity.Parse(amount))]);
}
