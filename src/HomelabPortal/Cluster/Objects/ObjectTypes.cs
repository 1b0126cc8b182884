using System.Collections.Frozen;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Objects;

/// <summary>The kinds the portal knows, by their names in manifests.</summary>
internal static class ObjectTypes
{
    /// <summary>Where two groups have a kind of one name, such as Node, the built-in one is meant; the others are named with their group.</summary>
    private static readonly FrozenDictionary<string, ResourceType> _byKind = new ResourceType[]
    {
        ResourceTypes.Pods, ResourceTypes.Nodes, ResourceTypes.Namespaces, ResourceTypes.Services, ResourceTypes.PersistentVolumeClaims, ResourceTypes.PersistentVolumes,
        ResourceTypes.ResourceQuotas, ResourceTypes.Deployments, ResourceTypes.StatefulSets, ResourceTypes.DaemonSets, ResourceTypes.ReplicaSets, ResourceTypes.Jobs,
        ResourceTypes.CronJobs, ResourceTypes.EndpointSlices, ResourceTypes.Ingresses, ResourceTypes.IngressClasses, ResourceTypes.NetworkPolicies, ResourceTypes.Leases,
        ResourceTypes.PodDisruptionBudgets, ResourceTypes.StorageClasses, ResourceTypes.IngressRoutes, ResourceTypes.IngressRouteTcps, ResourceTypes.IngressRouteUdps,
        ResourceTypes.Middlewares, ResourceTypes.MiddlewareTcps, ResourceTypes.TraefikServices, ResourceTypes.TlsOptions, ResourceTypes.TlsStores, ResourceTypes.ServersTransports,
        ResourceTypes.Gateways, ResourceTypes.HttpRoutes, ResourceTypes.IpAddressPools, ResourceTypes.L2Advertisements, ResourceTypes.BgpAdvertisements,
        ResourceTypes.ServiceL2Statuses, ResourceTypes.Certificates, ResourceTypes.LonghornVolumes, ResourceTypes.LonghornReplicas, ResourceTypes.LonghornBackupTargets,
        ResourceTypes.LonghornRecurringJobs, ResourceTypes.ArgoApplications, ResourceTypes.HelmCharts,
    }.ToFrozenDictionary(type => type.Kind);

    /// <summary>Null for a kind the portal does not know.</summary>
    public static ResourceType? Of(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>As <see cref="Of(string)"/>, and of that group; null when the group is another.</summary>
    public static ResourceType? Of(string kind, string apiVersion) =>
        kind == ResourceTypes.LonghornNodes.Kind && IsOf(ResourceTypes.LonghornNodes, apiVersion) ? ResourceTypes.LonghornNodes
        : Of(kind) is { } type && (apiVersion.Length == 0 || IsOf(type, apiVersion)) ? type : null;

    private static bool IsOf(ResourceType type, string apiVersion) => type.Group == (apiVersion.Contains('/') ? apiVersion.Split('/')[0] : "");
}
