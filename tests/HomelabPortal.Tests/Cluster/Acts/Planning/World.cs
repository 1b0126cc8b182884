using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Tests.Cluster.Acts.Planning;

/// <summary>A small cluster to plan acts upon: media/sonarr and what belongs to it.</summary>
internal static class World
{
    public static ClusterState Empty { get; } = ClusterState.Connecting with
    {
        Deployments = Objects.Kind<Deployment>(), StatefulSets = Objects.Kind<StatefulSet>(), DaemonSets = Objects.Kind<DaemonSet>(), ReplicaSets = Objects.Kind<ReplicaSet>(),
        Pods = Objects.Kind<Pod>(), Nodes = Objects.Kind<Node>(), CronJobs = Objects.Kind<CronJob>(), Jobs = Objects.Kind<Job>(),
        Autoscalers = Objects.Kind<HorizontalPodAutoscaler>(), DisruptionBudgets = Objects.Kind<PodDisruptionBudget>(), Claims = Objects.Kind<PersistentVolumeClaim>(),
        Applications = Objects.Kind<ArgoApplication>(),
    };

    public static ActPlan Plan(ClusterState state, ActWish wish) => ActPlanner.Plan(new LiveValue<ClusterState>(state, Objects.Now, null), wish);

    public static Deployment Deployment(int replicas = 1, string strategy = "RollingUpdate", bool isPaused = false, string name = "sonarr") => new()
    {
        Metadata = Meta(name),
        Spec = new DeploymentSpec
        {
            Replicas = replicas, Paused = isPaused, Strategy = new UpdateStrategy { Type = strategy },
            Selector = new LabelSelector { MatchLabels = CompactMap<string>.From([new("app", name)]) },
        },
        Status = new DeploymentStatus { ObservedGeneration = 1, Replicas = replicas, UpdatedReplicas = replicas, ReadyReplicas = replicas, AvailableReplicas = replicas },
    };

    public static StatefulSet StatefulSet(int replicas = 1, string strategy = "RollingUpdate", int? partition = null) => new()
    {
        Metadata = Meta("sonarr"),
        Spec = new StatefulSetSpec { Replicas = replicas, UpdateStrategy = new UpdateStrategy { Type = strategy, RollingUpdate = partition is null ? null : new RollingUpdate { Partition = partition } } },
    };

    public static DaemonSet DaemonSet(int nodes, string strategy = "RollingUpdate") => new()
    {
        Metadata = Meta("sonarr"),
        Spec = new DaemonSetSpec { UpdateStrategy = new UpdateStrategy { Type = strategy } },
        Status = new DaemonSetStatus { DesiredNumberScheduled = nodes },
    };

    public static Pod Pod(string name = "sonarr-1", string? owner = "ReplicaSet", string phase = "Running", string? claim = null)
    {
        var pod = Objects.Pod(name, Objects.Running(), phase);
        return pod with
        {
            Metadata = Objects.Meta(name, "media", ("app", "sonarr")) with
            {
                OwnerReferences = owner is null ? [] : [new OwnerReference { Kind = owner, Name = "sonarr", Uid = "owner", Controller = true }],
            },
            Spec = pod.Spec with { Volumes = claim is null ? [] : [new PodVolume { Name = "config", PersistentVolumeClaim = new PodVolumeClaim { ClaimName = claim } }] },
        };
    }

    public static PersistentVolumeClaim Claim(string name, string mode) => new() { Metadata = Objects.Meta(name), Spec = new PersistentVolumeClaimSpec { AccessModes = [mode] } };

    public static PodDisruptionBudget Budget(string name, int allowed) => new()
    {
        Metadata = Objects.Meta(name),
        Spec = new PodDisruptionBudgetSpec { Selector = new LabelSelector { MatchLabels = CompactMap<string>.From([new("app", "sonarr")]) } },
        Status = new PodDisruptionBudgetStatus { DisruptionsAllowed = allowed, CurrentHealthy = 1, DesiredHealthy = 1 },
    };

    public static ReplicaSet Revision(long number, string image) => new()
    {
        Metadata = Objects.Meta($"sonarr-{number}") with
        {
            Annotations = CompactMap<string>.From([new(Revisions.Annotation, $"{number}")]),
            OwnerReferences = [new OwnerReference { Kind = "Deployment", Name = "sonarr", Controller = true }],
        },
        Spec = new ReplicaSetSpec { Template = new PodTemplate { Spec = new PodTemplateSpec { Containers = [new Container { Name = "app", Image = image }] } } },
    };

    public static CronJob CronJob(bool isSuspended = false, int active = 0) => new()
    {
        Metadata = Meta("backup"),
        Spec = new CronJobSpec { Schedule = "0 3 * * *", Suspend = isSuspended },
        Status = new CronJobStatus { Active = [.. Enumerable.Range(0, active).Select(number => new ObjectReference { Name = $"backup-{number}" })] },
    };

    public static HorizontalPodAutoscaler Autoscaler() => new()
    {
        Metadata = Objects.Meta("busy"),
        Spec = new HorizontalPodAutoscalerSpec { MinReplicas = 2, MaxReplicas = 5, ScaleTargetRef = new ObjectReference { Kind = "Deployment", Name = "sonarr" } },
    };

    /// <summary>An application of Argo CD, and the mark of what it keeps.</summary>
    public static ArgoApplication Application(bool selfHeals) => new()
    {
        Metadata = Objects.Meta("media", "argocd"),
        Spec = new ArgoApplicationSpec { SyncPolicy = new ArgoSyncPolicy { Automated = new ArgoAutomation { SelfHeal = selfHeals } } },
    };

    public static ObjectMeta KeptByArgo(this ObjectMeta meta) => meta with { Annotations = CompactMap<string>.From([new("argocd.argoproj.io/tracking-id", "media:apps/Deployment:media/sonarr")]) };

    public static ObjectMeta KeptByPortal(this ObjectMeta meta) => meta with { Labels = CompactMap<string>.From([new("app.kubernetes.io/managed-by", "homelab-portal")]) };

    private static ObjectMeta Meta(string name) => Objects.Meta(name) with { Generation = 1 };
}
