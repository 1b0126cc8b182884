using HomelabPortal.Kubernetes;
using KubernetesIngress = HomelabPortal.Kubernetes.Ingress;

namespace HomelabPortal.Cluster;

/// <summary>The kinds that are watched.</summary>
public sealed partial record ClusterState
{
    public ClusterKind<Node> Nodes { get; init; } = ClusterKind<Node>.Syncing;

    /// <summary>By which the kubelets say that they live; polled, as watching them would be the most of all traffic.</summary>
    public ClusterKind<Lease> NodeLeases { get; init; } = ClusterKind<Lease>.Syncing;

    public ClusterKind<Namespace> Namespaces { get; init; } = ClusterKind<Namespace>.Syncing;

    public ClusterKind<Pod> Pods { get; init; } = ClusterKind<Pod>.Syncing;

    public ClusterKind<ResourceQuota> Quotas { get; init; } = ClusterKind<ResourceQuota>.Syncing;

    /// <summary>Warnings only, the latest few hundred.</summary>
    public ClusterKind<Event> Warnings { get; init; } = ClusterKind<Event>.Syncing;

    public ClusterKind<Deployment> Deployments { get; init; } = ClusterKind<Deployment>.Syncing;

    public ClusterKind<StatefulSet> StatefulSets { get; init; } = ClusterKind<StatefulSet>.Syncing;

    public ClusterKind<DaemonSet> DaemonSets { get; init; } = ClusterKind<DaemonSet>.Syncing;

    public ClusterKind<ReplicaSet> ReplicaSets { get; init; } = ClusterKind<ReplicaSet>.Syncing;

    public ClusterKind<Job> Jobs { get; init; } = ClusterKind<Job>.Syncing;

    public ClusterKind<CronJob> CronJobs { get; init; } = ClusterKind<CronJob>.Syncing;

    public ClusterKind<HorizontalPodAutoscaler> Autoscalers { get; init; } = ClusterKind<HorizontalPodAutoscaler>.Syncing;

    public ClusterKind<PodDisruptionBudget> DisruptionBudgets { get; init; } = ClusterKind<PodDisruptionBudget>.Syncing;

    public ClusterKind<Service> Services { get; init; } = ClusterKind<Service>.Syncing;

    public ClusterKind<EndpointSlice> EndpointSlices { get; init; } = ClusterKind<EndpointSlice>.Syncing;

    public ClusterKind<NetworkPolicy> NetworkPolicies { get; init; } = ClusterKind<NetworkPolicy>.Syncing;

    public ClusterKind<KubernetesIngress> Ingresses { get; init; } = ClusterKind<KubernetesIngress>.Syncing;

    public ClusterKind<IngressClass> IngressClasses { get; init; } = ClusterKind<IngressClass>.Syncing;

    public ClusterKind<IngressRoute> IngressRoutes { get; init; } = ClusterKind<IngressRoute>.Syncing;

    public ClusterKind<IngressRouteTcp> TcpRoutes { get; init; } = ClusterKind<IngressRouteTcp>.Syncing;

    public ClusterKind<IngressRouteUdp> UdpRoutes { get; init; } = ClusterKind<IngressRouteUdp>.Syncing;

    public ClusterKind<Middleware> Middlewares { get; init; } = ClusterKind<Middleware>.Syncing;

    public ClusterKind<MiddlewareTcp> TcpMiddlewares { get; init; } = ClusterKind<MiddlewareTcp>.Syncing;

    public ClusterKind<TraefikService> TraefikServices { get; init; } = ClusterKind<TraefikService>.Syncing;

    public ClusterKind<TlsOption> TlsOptions { get; init; } = ClusterKind<TlsOption>.Syncing;

    public ClusterKind<TlsStore> TlsStores { get; init; } = ClusterKind<TlsStore>.Syncing;

    public ClusterKind<ServersTransport> ServersTransports { get; init; } = ClusterKind<ServersTransport>.Syncing;

    public ClusterKind<Gateway> Gateways { get; init; } = ClusterKind<Gateway>.Syncing;

    public ClusterKind<HttpRoute> HttpRoutes { get; init; } = ClusterKind<HttpRoute>.Syncing;

    public ClusterKind<IpAddressPool> AddressPools { get; init; } = ClusterKind<IpAddressPool>.Syncing;

    public ClusterKind<L2Advertisement> L2Advertisements { get; init; } = ClusterKind<L2Advertisement>.Syncing;

    public ClusterKind<BgpAdvertisement> BgpAdvertisements { get; init; } = ClusterKind<BgpAdvertisement>.Syncing;

    /// <summary>Which node announces which service.</summary>
    public ClusterKind<ServiceL2Status> L2Statuses { get; init; } = ClusterKind<ServiceL2Status>.Syncing;

    public ClusterKind<Certificate> Certificates { get; init; } = ClusterKind<Certificate>.Syncing;

    public ClusterKind<PersistentVolumeClaim> Claims { get; init; } = ClusterKind<PersistentVolumeClaim>.Syncing;

    public ClusterKind<PersistentVolume> PersistentVolumes { get; init; } = ClusterKind<PersistentVolume>.Syncing;

    public ClusterKind<StorageClass> StorageClasses { get; init; } = ClusterKind<StorageClass>.Syncing;

    public ClusterKind<LonghornVolume> Volumes { get; init; } = ClusterKind<LonghornVolume>.Syncing;

    public ClusterKind<LonghornReplica> VolumeReplicas { get; init; } = ClusterKind<LonghornReplica>.Syncing;

    /// <summary>They know which replicas are whole and how far a rebuild is.</summary>
    public ClusterKind<LonghornEngine> VolumeEngines { get; init; } = ClusterKind<LonghornEngine>.Syncing;

    public ClusterKind<LonghornNode> VolumeNodes { get; init; } = ClusterKind<LonghornNode>.Syncing;

    public ClusterKind<LonghornBackupTarget> BackupTargets { get; init; } = ClusterKind<LonghornBackupTarget>.Syncing;

    public ClusterKind<LonghornBackup> VolumeBackups { get; init; } = ClusterKind<LonghornBackup>.Syncing;

    public ClusterKind<LonghornSetting> VolumeSettings { get; init; } = ClusterKind<LonghornSetting>.Syncing;

    public ClusterKind<LonghornRecurringJob> RecurringJobs { get; init; } = ClusterKind<LonghornRecurringJob>.Syncing;

    public ClusterKind<ArgoApplication> Applications { get; init; } = ClusterKind<ArgoApplication>.Syncing;

    public ClusterKind<HelmChart> HelmCharts { get; init; } = ClusterKind<HelmChart>.Syncing;
}
