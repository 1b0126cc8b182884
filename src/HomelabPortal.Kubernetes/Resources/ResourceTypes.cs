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
}
