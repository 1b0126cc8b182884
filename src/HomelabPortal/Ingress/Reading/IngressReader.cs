using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ingress.Reading.Contests;
using HomelabPortal.Ingress.Reading.Checks;
using HomelabPortal.Ingress.Reading.Kinds;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Draws <see cref="IngressState"/> from the cluster. Routes that look the same keep their instance.</summary>
internal static class IngressReader
{
    public static IngressState Read(ClusterState cluster, IngressState before, IngressOptions options, DateTimeOffset now)
    {
        if (!cluster.IsConnected)
            return new IngressState(false, cluster.Help, [], SourceStatus.Syncing);
        var parts = Parts(cluster, new RouteSurroundings(cluster, options, now));
        var contests = RouteContests.Find(parts);
        var known = before.Routes.ToDictionary(route => route.Uid);
        ImmutableArray<IngressRouteView> routes =
        [
            .. parts.Select(route => IngressRouteView.Of(route, contests[route.Meta.Uid], ManagedBy.Of(route.Meta, cluster)))
                .Select(route => known.TryGetValue(route.Uid, out var same) && same == route ? same : route)
                .OrderBy(route => route.HostText.Length > 0 ? route.HostText : "~", NaturalOrder.Instance)
                .ThenBy(route => route.NameText, StringComparer.Ordinal),
        ];
        var (status, gaps) = (RouteStatus.Of(cluster), RouteStatus.Gaps(cluster));
        return before.IsConnected && status == before.Status && gaps.Equals(before.Gaps) && IsSame(routes, before.Routes)
            ? before
            : new IngressState(true, null, routes, status) { Gaps = gaps };
    }

    private static List<RouteParts> Parts(ClusterState cluster, RouteSurroundings context) =>
    [
        .. cluster.IngressRoutes.All.Select(route => IngressRouteReader.Read(route, context)),
        .. cluster.TcpRoutes.All.Select(route => TcpRouteReader.Read(route, context)),
        .. cluster.UdpRoutes.All.Select(route => TcpRouteReader.Read(route, context)),
        .. cluster.Ingresses.All.Select(route => PlainIngressReader.Read(route, context)),
        .. cluster.HttpRoutes.All.Select(route => HttpRouteReader.Read(route, context)),
    ];

    private static bool IsSame(ImmutableArray<IngressRouteView> left, ImmutableArray<IngressRouteView> right) =>
        left.Length == right.Length && left.Zip(right).All(pair => ReferenceEquals(pair.First, pair.Second));
}
