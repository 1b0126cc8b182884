using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Drain;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Drain;

/// <summary>Nodes and pods to drain.</summary>
internal static class DrainCases
{
    public static DrainFacts Facts { get; } = new(null, null, IsAddressKnown: true);

    public static DrainChoices Everything { get; } = new(LoseScratch: true, LoseUnmanaged: true);

    /// <summary>Two ready workers, node1 with these pods, and everything readable.</summary>
    public static ClusterState House(params Pod[] pods) => new()
    {
        IsConnected = true,
        Nodes = Kind(Node("node1"), Node("node2")),
        Pods = Kind(pods),
        PersistentVolumes = Kind<PersistentVolume>(),
        Volumes = Kind<LonghornVolume>(),
        VolumeReplicas = Kind<LonghornReplica>(),
        DisruptionBudgets = Kind<PodDisruptionBudget>(),
    };

    /// <summary>With a volume whose one replica is on node1.</summary>
    public static ClusterState WithLastReplica(this ClusterState state) => state with
    {
        Volumes = Kind(new LonghornVolume
        {
            Metadata = Meta("pvc-1", "longhorn-system"), Spec = new LonghornVolumeSpec { NumberOfReplicas = 1 },
            Status = new LonghornVolumeStatus { State = "attached", KubernetesStatus = new LonghornKubernetesStatus { Namespace = "media", PvcName = "jellyfin-config" } },
        }),
        VolumeReplicas = Kind(new LonghornReplica
        {
            Metadata = Meta("pvc-1-r", "longhorn-system"), Spec = new LonghornReplicaSpec { VolumeName = "pvc-1", NodeId = "node1", Active = true, HealthyAt = Now.AddDays(-1) },
            Status = new LonghornReplicaStatus { CurrentState = "running" },
        }),
    };

    public static Pod OwnedBy(string kind, string owner, string name = "sonarr-1")
    {
        var pod = Pod(name, Running());
        return pod with { Metadata = pod.Metadata with { OwnerReferences = [new OwnerReference { Kind = kind, Name = owner, Controller = true }] } };
    }

    public static Pod Labelled(this Pod pod, string key, string value) => pod with
    {
        Metadata = pod.Metadata with { Labels = CompactMap<string>.From([KeyValuePair.Create(key, value)]) },
    };

    public static PodDisruptionBudget Budget(string name, int allowed, string app) => new()
    {
        Metadata = Meta(name),
        Spec = new PodDisruptionBudgetSpec { Selector = new LabelSelector { MatchLabels = CompactMap<string>.From([KeyValuePair.Create("app", app)]) } },
        Status = new PodDisruptionBudgetStatus { DisruptionsAllowed = allowed, CurrentHealthy = 1, DesiredHealthy = 1 },
    };

    public static IEnumerable<string> Codes(this DrainPlan plan) => plan.Findings.Select(finding => finding.Code);
}
