namespace HomelabPortal.Kubernetes;

/// <summary>The kinds this library reads.</summary>
public static class ResourceTypes
{
    private static readonly ResourceJson _json = ResourceJson.Default;

    public static ResourceType<Pod> Pods { get; } = new("", "v1", "pods", "Pod", true, _json.Pod);

    public static ResourceType<Node> Nodes { get; } = new("", "v1", "nodes", "Node", false, _json.Node);

    public static ResourceType<Namespace> Namespaces { get; } = new("", "v1", "namespaces", "Namespace", false, _json.Namespace);

    public static ResourceType<Service> Services { get; } = new("", "v1", "services", "Service", true, _json.Service);

    public static ResourceType<Event> Events { get; } = new("", "v1", "events", "Event", true, _json.Event);

    public static ResourceType<PersistentVolumeClaim> PersistentVolumeClaims { get; } =
        new("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true, _json.PersistentVolumeClaim);

    public static ResourceType<PersistentVolume> PersistentVolumes { get; } =
        new("", "v1", "persistentvolumes", "PersistentVolume", false, _json.PersistentVolume);

    public static ResourceType<Deployment> Deployments { get; } = new("apps", "v1", "deployments", "Deployment", true, _json.Deployment);

    public static ResourceType<StatefulSet> StatefulSets { get; } = new("apps", "v1", "statefulsets", "StatefulSet", true, _json.StatefulSet);

    public static ResourceType<DaemonSet> DaemonSets { get; } = new("apps", "v1", "daemonsets", "DaemonSet", true, _json.DaemonSet);

    public static ResourceType<ReplicaSet> ReplicaSets { get; } = new("apps", "v1", "replicasets", "ReplicaSet", true, _json.ReplicaSet);

    public static ResourceType<Job> Jobs { get; } = new("batch", "v1", "jobs", "Job", true, _json.Job);

    public static ResourceType<CronJob> CronJobs { get; } = new("batch", "v1", "cronjobs", "CronJob", true, _json.CronJob, "v1beta1");

    public static ResourceType<HorizontalPodAutoscaler> Autoscalers { get; } =
        new("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true, _json.HorizontalPodAutoscaler, "v1");

    public static ResourceType<EndpointSlice> EndpointSlices { get; } =
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true, _json.EndpointSlice, "v1beta1");

    public static ResourceType<Ingress> Ingresses { get; } = new("networking.k8s.io", "v1", "ingresses", "Ingress", true, _json.Ingress);

    public static ResourceType<Lease> Leases { get; } = new("coordination.k8s.io", "v1", "leases", "Lease", true, _json.Lease);

    /// <summary>Traefik 3 (and 2.10, which serves the same group).</summary>
    public static ResourceType<IngressRoute> IngressRoutes { get; } =
        new("traefik.io", "v1alpha1", "ingressroutes", "IngressRoute", true, _json.IngressRoute);

    public static ResourceType<Middleware> Middlewares { get; } = new("traefik.io", "v1alpha1", "middlewares", "Middleware", true, _json.Middleware);

    public static ResourceType<IpAddressPool> IpAddressPools { get; } =
        new("metallb.io", "v1beta1", "ipaddresspools", "IPAddressPool", true, _json.IpAddressPool);

    public static ResourceType<ServiceL2Status> ServiceL2Statuses { get; } =
        new("metallb.io", "v1beta1", "servicel2statuses", "ServiceL2Status", true, _json.ServiceL2Status);

    public static ResourceType<Certificate> Certificates { get; } =
        new("cert-manager.io", "v1", "certificates", "Certificate", true, _json.Certificate);

    public static ResourceType<LonghornVolume> LonghornVolumes { get; } =
        new("longhorn.io", "v1beta2", "volumes", "Volume", true, _json.LonghornVolume);

    public static ResourceType<LonghornNode> LonghornNodes { get; } = new("longhorn.io", "v1beta2", "nodes", "Node", true, _json.LonghornNode);

    /// <summary>List and get only; poll it.</summary>
    public static ResourceType<NodeMetrics> NodeMetrics { get; } =
        new("metrics.k8s.io", "v1beta1", "nodes", "NodeMetrics", false, _json.NodeMetrics);

    /// <summary>List and get only; poll it.</summary>
    public static ResourceType<PodMetrics> PodMetrics { get; } = new("metrics.k8s.io", "v1beta1", "pods", "PodMetrics", true, _json.PodMetrics);

    public static ResourceType<ArgoApplication> ArgoApplications { get; } =
        new("argoproj.io", "v1alpha1", "applications", "Application", true, _json.ArgoApplication);

    public static ResourceType<PodDisruptionBudget> PodDisruptionBudgets { get; } =
        new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", true, _json.PodDisruptionBudget, "v1beta1");

    public static ResourceType<NetworkPolicy> NetworkPolicies { get; } =
        new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true, _json.NetworkPolicy);

    public static ResourceType<ResourceQuota> ResourceQuotas { get; } = new("", "v1", "resourcequotas", "ResourceQuota", true, _json.ResourceQuota);

    public static ResourceType<StorageClass> StorageClasses { get; } =
        new("storage.k8s.io", "v1", "storageclasses", "StorageClass", false, _json.StorageClass);

    public static ResourceType<IngressClass> IngressClasses { get; } =
        new("networking.k8s.io", "v1", "ingressclasses", "IngressClass", false, _json.IngressClass);

    public static ResourceType<TraefikService> TraefikServices { get; } =
        new("traefik.io", "v1alpha1", "traefikservices", "TraefikService", true, _json.TraefikService);

    public static ResourceType<IngressRouteTcp> IngressRouteTcps { get; } =
        new("traefik.io", "v1alpha1", "ingressroutetcps", "IngressRouteTCP", true, _json.IngressRouteTcp);

    public static ResourceType<IngressRouteUdp> IngressRouteUdps { get; } =
        new("traefik.io", "v1alpha1", "ingressrouteudps", "IngressRouteUDP", true, _json.IngressRouteUdp);

    public static ResourceType<MiddlewareTcp> MiddlewareTcps { get; } =
        new("traefik.io", "v1alpha1", "middlewaretcps", "MiddlewareTCP", true, _json.MiddlewareTcp);

    public static ResourceType<TlsOption> TlsOptions { get; } = new("traefik.io", "v1alpha1", "tlsoptions", "TLSOption", true, _json.TlsOption);

    public static ResourceType<TlsStore> TlsStores { get; } = new("traefik.io", "v1alpha1", "tlsstores", "TLSStore", true, _json.TlsStore);

    public static ResourceType<ServersTransport> ServersTransports { get; } =
        new("traefik.io", "v1alpha1", "serverstransports", "ServersTransport", true, _json.ServersTransport);

    public static ResourceType<Gateway> Gateways { get; } =
        new("gateway.networking.k8s.io", "v1", "gateways", "Gateway", true, _json.Gateway, "v1beta1");

    public static ResourceType<HttpRoute> HttpRoutes { get; } =
        new("gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute", true, _json.HttpRoute, "v1beta1");

    public static ResourceType<L2Advertisement> L2Advertisements { get; } =
        new("metallb.io", "v1beta1", "l2advertisements", "L2Advertisement", true, _json.L2Advertisement);

    public static ResourceType<BgpAdvertisement> BgpAdvertisements { get; } =
        new("metallb.io", "v1beta1", "bgpadvertisements", "BGPAdvertisement", true, _json.BgpAdvertisement);

    public static ResourceType<LonghornReplica> LonghornReplicas { get; } =
        new("longhorn.io", "v1beta2", "replicas", "Replica", true, _json.LonghornReplica);

    public static ResourceType<LonghornEngine> LonghornEngines { get; } = new("longhorn.io", "v1beta2", "engines", "Engine", true, _json.LonghornEngine);

    public static ResourceType<LonghornBackup> LonghornBackups { get; } = new("longhorn.io", "v1beta2", "backups", "Backup", true, _json.LonghornBackup);

    public static ResourceType<LonghornSetting> LonghornSettings { get; } = new("longhorn.io", "v1beta2", "settings", "Setting", true, _json.LonghornSetting);

    public static ResourceType<LonghornBackupTarget> LonghornBackupTargets { get; } =
        new("longhorn.io", "v1beta2", "backuptargets", "BackupTarget", true, _json.LonghornBackupTarget);

    public static ResourceType<LonghornRecurringJob> LonghornRecurringJobs { get; } =
        new("longhorn.io", "v1beta2", "recurringjobs", "RecurringJob", true, _json.LonghornRecurringJob);

    public static ResourceType<HelmChart> HelmCharts { get; } = new("helm.cattle.io", "v1", "helmcharts", "HelmChart", true, _json.HelmChart);

    /// <summary>Any kind, read for its metadata alone.</summary>
    public static ResourceType<PartialObject> Partial(ResourceType type) => new(type.Group, type.Version, type.Plural, type.Kind, type.IsNamespaced, _json.PartialObject);
}
