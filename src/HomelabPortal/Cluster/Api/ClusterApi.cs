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
        cluster.MapGet("/nodes", (Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.Nodes.Status, state => state.NodeRows.Select(NodeResource.Of)))
            .RequireAct(Act.SeeLab).Produces<Listing<NodeResource>>().WithSummary("The nodes of the cluster");
        cluster.MapGet("/nodes/{name}", GetNode)
            .RequireAct(Act.SeeLab).Produces<NodeDetailResource>().Fails(404, 503).WithSummary("One node: what it is, offers and holds, and what is lost when it goes");
        cluster.MapGet("/pods", ([FromQuery(Name = "namespace")] string? ns, Live<ClusterState> live) => ClusterAnswers.List(live.Current, state => state.Pods.Status, state => state.PodRows.Where(row => ns is null || row.Namespace == ns).Select(PodResource.Of)))
            .RequireAct(Act.SeeLab).Produces<Listing<PodResource>>().WithSummary("The pods of the cluster, or of one namespace");
    }

    private static ApiAnswer GetNode(string name, Live<ClusterState> live, TimeProvider time)
    {
        var current = live.Current;
        return current.Value.Nodes.Find(name) is { } node && current.Value.NodeRows.FirstOrDefault(row => row.Name == name) is { } row
            ? ApiAnswer.Of(NodeDetailResource.Of(node, row, current, time.GetUtcNow()))
            : throw ClusterAnswers.Missing(current, current.Value.Nodes.Status);
    }
}
