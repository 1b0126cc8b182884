using HomelabPortal.Cluster;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Trace.Hops;

/// <summary>Which generation of a route it is, so that a person sees that somebody changed it.</summary>
internal static class RouteRevisions
{
    public static string Of(IngressRouteView view, ClusterState cluster)
    {
        ObjectMeta? meta = view.Kind switch
        {
            "IngressRoute" => cluster.IngressRoutes.Find(view.Namespace, view.Name)?.Metadata,
            "IngressRouteTCP" => cluster.TcpRoutes.Find(view.Namespace, view.Name)?.Metadata,
            "Ingress" => cluster.Ingresses.Find(view.Namespace, view.Name)?.Metadata,
            "HTTPRoute" => cluster.HttpRoutes.Find(view.Namespace, view.Name)?.Metadata,
            _ => null,
        };
        return meta is { Generation: > 0 } ? $"generation {meta.Generation}" : "";
    }
}
