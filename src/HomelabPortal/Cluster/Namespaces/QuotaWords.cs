namespace HomelabPortal.Cluster.Namespaces;

/// <summary>Names what a quota limits.</summary>
internal static class QuotaWords
{
    public static string Of(string resource) => resource switch
    {
        "cpu" or "requests.cpu" => "CPU reserved",
        "limits.cpu" => "CPU limits",
        "memory" or "requests.memory" => "Memory reserved",
        "limits.memory" => "Memory limits",
        "requests.storage" => "Storage claimed",
        "requests.ephemeral-storage" => "Scratch space reserved",
        "limits.ephemeral-storage" => "Scratch space limits",
        "pods" => "Pods",
        "services" => "Services",
        "services.loadbalancers" => "Load balancers",
        "services.nodeports" => "Node ports",
        "persistentvolumeclaims" => "Claims",
        "configmaps" => "Config maps",
        "secrets" => "Secrets",
        _ => resource,
    };
}
