using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Draws <see cref="IngressState"/> from the cluster. Routes that look the same keep their instance.</summary>
internal static class IngressReader
{
    public static IngressState Read(ClusterState cluster, IngressState before, DateTimeOffset now)
    {
        if (!cluster.IsConnected)
            return new IngressState(false, cluster.Help, [], SourceStatus.Syncing);
        var index = new BackendIndex(cluster);
        var known = before.Routes.ToDictionary(route => route.Uid);
        ImmutableArray<IngressRouteView> routes =
        [
            .. cluster.IngressRoutes.All.Select(route => IngressRouteReader.Read(route, cluster, index, now))
                .Concat(cluster.Ingresses.All.Select(ingress => PlainIngressReader.Read(ingress, cluster, index, now)))
                .Select(route => known.TryGetValue(route.Uid, out var same) && same == route ? same : route)
                .OrderBy(route => route.HostText.Length > 0 ? route.HostText : "~", NaturalOrder.Instance)
                .ThenBy(route => route.NameText, StringComparer.Ordinal),
        ];
        var status = cluster.IngressRoutes.Status;
        return before.IsConnected && status == before.Status && IsSame(routes, before.Routes) ? before : new IngressState(true, null, routes, status);
    }

    private static bool IsSame(ImmutableArray<IngressRouteView> left, ImmutableArray<IngressRouteView> right) =>
        left.Length == right.Length && left.Zip(right).All(pair => ReferenceEquals(pair.First, pair.Second));
}
