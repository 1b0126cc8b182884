namespace HomelabPortal.Cluster.Objects;

/// <summary>The one place that knows under which address an object of the cluster has its page.</summary>
public static class ObjectHref
{
    /// <param name="ns">Empty for cluster-scoped kinds.</param>
    /// <returns>Null for kinds that have no page.</returns>
    public static string? Of(string kind, string ns, string name) => kind switch
    {
        "Pod" => $"/cluster/pods/{ns}/{name}",
        "Node" => $"/cluster/nodes/{name}",
        "Namespace" => $"/cluster/namespaces/{name}",
        "Deployment" => $"/cluster/workloads/deployments/{ns}/{name}",
        "StatefulSet" => $"/cluster/workloads/statefulsets/{ns}/{name}",
        "DaemonSet" => $"/cluster/workloads/daemonsets/{ns}/{name}",
        "Job" => $"/cluster/workloads/jobs/{ns}/{name}",
        "CronJob" => $"/cluster/workloads/cronjobs/{ns}/{name}",
        "Service" => $"/cluster/services/{ns}/{name}",
        "PersistentVolumeClaim" => $"/cluster/storage/{ns}/{name}",
        "Application" => $"/cluster/applications/{ns}/{name}",
        "HelmChart" => $"/cluster/applications/charts/{ns}/{name}",
        "Certificate" => $"/cluster/certificates/{ns}/{name}",
        "Ingress" => $"/cluster/ingress/ingresses/{ns}/{name}",
        "IngressRoute" => $"/cluster/ingress/ingressroutes/{ns}/{name}",
        "IngressRouteTCP" => $"/cluster/ingress/ingressroutetcps/{ns}/{name}",
        "IngressRouteUDP" => $"/cluster/ingress/ingressrouteudps/{ns}/{name}",
        "HTTPRoute" => $"/cluster/ingress/httproutes/{ns}/{name}",
        _ => null,
    };

    /// <summary>The page of any object's YAML.</summary>
    public static string Yaml(HomelabPortal.Kubernetes.ResourceType type, string ns, string name) =>
        ns.Length == 0 ? $"/cluster/objects/{type}/{name}" : $"/cluster/objects/{type}/{ns}/{name}";
}
