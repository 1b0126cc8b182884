using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Watching;

/// <summary>The kinds a homelab's pages need, each watched once for all viewers.</summary>
internal sealed class KindSources(KubernetesClient client, Action changed, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan _metricsEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _leasesEvery = TimeSpan.FromSeconds(20);

    public IReadOnlyList<KindSource> Create() =>
    [
        Watch(ResourceTypes.Nodes, (state, kind) => state with { Nodes = kind }),
        Watch(ResourceTypes.Namespaces, (state, kind) => state with { Namespaces = kind }),
        Watch(ResourceTypes.Pods, (state, kind) => state with { Pods = kind }),
        Watch(ResourceTypes.ResourceQuotas, (state, kind) => state with { Quotas = kind }),
        Watch(ResourceTypes.Deployments, (state, kind) => state with { Deployments = kind }),
        Watch(ResourceTypes.StatefulSets, (state, kind) => state with { StatefulSets = kind }),
        Watch(ResourceTypes.DaemonSets, (state, kind) => state with { DaemonSets = kind }),
        Watch(ResourceTypes.ReplicaSets, (state, kind) => state with { ReplicaSets = kind }),
        Watch(ResourceTypes.Jobs, (state, kind) => state with { Jobs = kind }),
        Watch(ResourceTypes.CronJobs, (state, kind) => state with { CronJobs = kind }),
        Watch(ResourceTypes.Autoscalers, (state, kind) => state with { Autoscalers = kind }),
        Watch(ResourceTypes.PodDisruptionBudgets, (state, kind) => state with { DisruptionBudgets = kind }),
        Watch(ResourceTypes.Services, (state, kind) => state with { Services = kind }),
        Watch(ResourceTypes.EndpointSlices, (state, kind) => state with { EndpointSlices = kind }),
        Watch(ResourceTypes.NetworkPolicies, (state, kind) => state with { NetworkPolicies = kind }),
        Watch(ResourceTypes.Ingresses, (state, kind) => state with { Ingresses = kind }),
        Watch(ResourceTypes.IngressClasses, (state, kind) => state with { IngressClasses = kind }),
        Watch(ResourceTypes.IngressRoutes, (state, kind) => state with { IngressRoutes = kind }),
        Watch(ResourceTypes.IngressRouteTcps, (state, kind) => state with { TcpRoutes = kind }),
        Watch(ResourceTypes.IngressRouteUdps, (state, kind) => state with { UdpRoutes = kind }),
        Watch(ResourceTypes.Middlewares, (state, kind) => state with { Middlewares = kind }),
        Watch(ResourceTypes.MiddlewareTcps, (state, kind) => state with { TcpMiddlewares = kind }),
        Watch(ResourceTypes.TraefikServices, (state, kind) => state with { TraefikServices = kind }),
        Watch(ResourceTypes.TlsOptions, (state, kind) => state with { TlsOptions = kind }),
        Watch(ResourceTypes.TlsStores, (state, kind) => state with { TlsStores = kind }),
        Watch(ResourceTypes.ServersTransports, (state, kind) => state with { ServersTransports = kind }),
        Watch(ResourceTypes.Gateways, (state, kind) => state with { Gateways = kind }),
        Watch(ResourceTypes.HttpRoutes, (state, kind) => state with { HttpRoutes = kind }),
        Watch(ResourceTypes.IpAddressPools, (state, kind) => state with { AddressPools = kind }),
        Watch(ResourceTypes.L2Advertisements, (state, kind) => state with { L2Advertisements = kind }),
        Watch(ResourceTypes.BgpAdvertisements, (state, kind) => state with { BgpAdvertisements = kind }),
        Watch(ResourceTypes.ServiceL2Statuses, (state, kind) => state with { L2Statuses = kind }),
        Watch(ResourceTypes.Certificates, (state, kind) => state with { Certificates = kind }),
        Watch(ResourceTypes.PersistentVolumeClaims, (state, kind) => state with { Claims = kind }),
        Watch(ResourceTypes.PersistentVolumes, (state, kind) => state with { PersistentVolumes = kind }),
        Watch(ResourceTypes.StorageClasses, (state, kind) => state with { StorageClasses = kind }),
        Watch(ResourceTypes.LonghornVolumes, (state, kind) => state with { Volumes = kind }),
        Watch(ResourceTypes.LonghornReplicas, (state, kind) => state with { VolumeReplicas = kind }),
        Watch(ResourceTypes.LonghornEngines, (state, kind) => state with { VolumeEngines = kind }),
        Watch(ResourceTypes.LonghornNodes, (state, kind) => state with { VolumeNodes = kind }),
        Watch(ResourceTypes.LonghornBackupTargets, (state, kind) => state with { BackupTargets = kind }),
        Watch(ResourceTypes.LonghornBackups, (state, kind) => state with { VolumeBackups = kind }),
        Watch(ResourceTypes.LonghornSettings, (state, kind) => state with { VolumeSettings = kind }),
        Watch(ResourceTypes.LonghornRecurringJobs, (state, kind) => state with { RecurringJobs = kind }),
        Watch(ResourceTypes.ArgoApplications, (state, kind) => state with { Applications = kind }),
        Watch(ResourceTypes.HelmCharts, (state, kind) => state with { HelmCharts = kind }),
        // Events are the hottest kind by far; only warnings earn their place in memory.
        Watch(ResourceTypes.Events, (state, kind) => state with { Warnings = LatestEvents.Of(kind) }, new ReflectorOptions { FieldSelector = "type=Warning" }),
        Watch(ResourceTypes.Leases, (state, kind) => state with { NodeLeases = kind }, new ReflectorOptions { Namespace = "kube-node-lease", PollInterval = _leasesEvery }),
        Poll(ResourceTypes.NodeMetrics, (state, kind) => state with { Metrics = state.Metrics.With(kind, time.GetUtcNow()) }),
        Poll(ResourceTypes.PodMetrics, (state, kind) => state with { Metrics = state.Metrics.With(kind) }),
    ];

    private KindSource<T> Watch<T>(ResourceType<T> type, Func<ClusterState, ClusterKind<T>, ClusterState> put, ReflectorOptions? options = null)
        where T : class, IKubernetesObject
    {
        options ??= new ReflectorOptions();
        // Random is not made for several threads, and every reflector is one.
        var reflector = new Reflector<T>(client, type, options, time, new Random(random.Next()), logger);
        return new KindSource<T>(reflector, RbacRule.ToRead(type, options.PollInterval is null), options.PollInterval is null, changed, put);
    }

    private KindSource<T> Poll<T>(ResourceType<T> type, Func<ClusterState, ClusterKind<T>, ClusterState> put)
        where T : class, IKubernetesObject =>
        Watch(type, put, new ReflectorOptions { PollInterval = _metricsEvery });
}
