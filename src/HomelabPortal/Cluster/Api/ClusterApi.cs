using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Api;

internal static class ClusterApi
{
    public static void MapClusterApi(this RouteGroupBuilder api)
    {
        var cluster = api.MapGroup("").WithTags("Lab");
        cluster.MapGet("/nodes", (Live<ClusterState> live) => Answer(live.Current, state => state.Nodes.Status, state => state.NodeRows.Select(NodeResource.Of)))
            .RequireAct(Act.SeeLab).Produces<Listing<NodeResource>>().WithSummary("The nodes of the cluster");
        cluster.MapGet("/pods", ([FromQuery(Name = "namespace")] string? ns, Live<ClusterState> live) => Answer(live.Current, state => state.Pods.Status, state => state.PodRows.Where(row => ns is null || row.Namespace == ns).Select(PodResource.Of)))
            .RequireAct(Act.SeeLab).Produces<Listing<PodResource>>().WithSummary("The pods of the cluster, or of one namespace");
    }

    private static ApiAnswer Answer<T>(LiveValue<ClusterState> live, Func<ClusterState, SourceStatus> status, Func<ClusterState, IEnumerable<T>> items) =>
        ApiAnswer.Of(live.Value.IsConnected ? Listing<T>.Of(status(live.Value).Freshness(live), items(live.Value)) : Listing<T>.NotConnected(live.Value.Help));
}
