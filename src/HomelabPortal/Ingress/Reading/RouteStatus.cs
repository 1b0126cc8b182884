using HomelabPortal.Cluster;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress.Reading;

/// <summary>How fresh the list of routes is. The kind that most labs use decides; a gap in the others is a remark.</summary>
internal static class RouteStatus
{
    public static SourceStatus Of(ClusterState cluster) =>
        cluster.IngressRoutes.Status.Phase == SourcePhase.NotInstalled && (!cluster.Ingresses.Items.IsEmpty || !cluster.HttpRoutes.Items.IsEmpty)
            ? SourceStatus.Live
            : cluster.IngressRoutes.Status;

    /// <summary>The other kinds of routes that cannot be read, and why.</summary>
    public static ValueList<string> Gaps(ClusterState cluster) =>
    [
        .. new[] { ("IngressRouteTCPs", cluster.TcpRoutes.Status), ("IngressRouteUDPs", cluster.UdpRoutes.Status), ("Ingresses", cluster.Ingresses.Status), ("HTTPRoutes", cluster.HttpRoutes.Status) }
            .Where(kind => kind.Item2.Phase is SourcePhase.Forbidden or SourcePhase.Stale)
            .Select(kind => $"{kind.Item1} cannot be read now. {kind.Item2.Fault}".TrimEnd()),
    ];
}
