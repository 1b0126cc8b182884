using System.Collections.Immutable;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>The built-in kinds as data: one line each.</summary>
internal static class BuiltInResources
{
    private static readonly ImmutableArray<string> PodFields =
        ["spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork", "status.phase", "status.podIP", "status.nominatedNodeName"];

    private static readonly ImmutableArray<string> EventFields =
    [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
        "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
    ];

    public static ImmutableArray<ApiResource> All { get; } =
    [
        Core("nodes", "Node", "no", namespaced: false, status: true) with { SelectableFields = ["spec.unschedulable"] },
        Core("namespaces", "Namespace", "ns", namespaced: false, status: true) with { SelectableFields = ["status.phase"] },
        Core("persistentvolumes", "PersistentVolume", "pv", namespaced: false, status: true),
        Core("pods", "Pod", "po", status: true) with { SelectableFields = PodFields, Categories = ["all"] },
        Core("services", "Service", "svc", status: true) with { SelectableFields = ["spec.clusterIP", "spec.type"], Categories = ["all"] },
        Core("persistentvolumeclaims", "PersistentVolumeClaim", "pvc", status: true),
        Core("configmaps", "ConfigMap", "cm"),
        Core("secrets", "Secret", null) with { SelectableFields = ["type"] },
        Core("serviceaccounts", "ServiceAccount", "sa"),
        Core("endpoints", "Endpoints", "ep") with { Singular = "endpoints" },
        Core("events", "Event", "ev") with { SelectableFields = EventFields },
        Core("resourcequotas", "ResourceQuota", "quota", status: true),
        Core("limitranges", "LimitRange", "limits"),

        Grouped("apps", "v1", "deployments", "Deployment", "deploy", status: true, scale: true) with { Categories = ["all"] },
        Grouped("apps", "v1", "statefulsets", "StatefulSet", "sts", status: true, scale: true) with { Categories = ["all"] },
        Grouped("apps", "v1", "daemonsets", "DaemonSet", "ds", status: true) with { Categories = ["all"] },
        Grouped("apps", "v1", "replicasets", "ReplicaSet", "rs", status: true, scale: true) with { Categories = ["all"], SelectableFields = ["status.replicas"] },
        Grouped("apps", "v1", "controllerrevisions", "ControllerRevision", null),
        Grouped("batch", "v1", "jobs", "Job", null, status: true) with { Categories = ["all"], SelectableFields = ["status.successful"] },
        Grouped("batch", "v1", "cronjobs", "CronJob", "cj", status: true) with { Categories = ["all"] },
        Grouped("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa", status: true) with { Categories = ["all"] },
        Grouped("networking.k8s.io", "v1", "ingresses", "Ingress", "ing", status: true) with { Singular = "ingress" },
        Grouped("networking.k8s.io", "v1", "ingressclasses", "IngressClass", null, namespaced: false) with { Singular = "ingressclass" },
        Grouped("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", "netpol") with { Singular = "networkpolicy" },
        Grouped("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", null),
        Grouped("coordination.k8s.io", "v1", "leases", "Lease", null),
        Grouped("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", "pdb", status: true),
        Grouped("storage.k8s.io", "v1", "storageclasses", "StorageClass", "sc", namespaced: false) with { Singular = "storageclass" },
        Grouped("storage.k8s.io", "v1", "volumeattachments", "VolumeAttachment", null, namespaced: false, status: true),
        Grouped("storage.k8s.io", "v1", "csidrivers", "CSIDriver", null, namespaced: false),
        Grouped("storage.k8s.io", "v1", "csinodes", "CSINode", null, namespaced: false),
        Grouped("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "pc", namespaced: false) with { Singular = "priorityclass" },
        Grouped("rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", null, namespaced: false),
        Grouped("rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding", null, namespaced: false),
        Grouped("rbac.authorization.k8s.io", "v1", "roles", "Role", null),
        Grouped("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", null),
        Grouped("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", "crd", namespaced: false, status: true) with { ShortNames = ["crd", "crds"] },
        Grouped("metrics.k8s.io", "v1beta1", "nodes", "NodeMetrics", null, namespaced: false) with { Singular = "", IsReadOnly = true },
        Grouped("metrics.k8s.io", "v1beta1", "pods", "PodMetrics", null) with { Singular = "", IsReadOnly = true },
    ];

    private static ApiResource Core(string plural, string kind, string? shortName, bool namespaced = true, bool status = false) =>
        Grouped("", "v1", plural, kind, shortName, namespaced, status);

    private static ApiResource Grouped(string group, string version, string plural, string kind, string? shortName, bool namespaced = true, bool status = false, bool scale = false) => new()
    {
        Group = group,
        Versions = [version],
        Plural = plural,
        Singular = kind.ToLowerInvariant(),
        Kind = kind,
        IsNamespaced = namespaced,
        ShortNames = shortName is null ? [] : [shortName],
        HasStatus = status,
        HasScale = scale,
    };
}
