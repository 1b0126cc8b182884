using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster.Api;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Pods.Api;

internal static class PodApi
{
    public static void MapPodApi(this RouteGroupBuilder api)
    {
        var pods = api.MapGroup("/pods").WithTags("Lab");
        pods.MapGet("/{namespace}/{name}", Get).RequireAct(Act.SeeLab).Produces<PodDetailResource>().Fails(404, 503)
            .WithSummary("One pod with its containers, volumes and rights; of variables only the names");
    }

    private static ApiAnswer Get([FromRoute(Name = "namespace")] string ns, string name, Live<ClusterState> live)
    {
        var current = live.Current;
        return current.Value.Pods.Find(ns, name) is { } pod && PodRange.Of(current.Value.PodRows, ns).FirstOrDefault(row => row.Name == name) is { } row
            ? ApiAnswer.Of(PodDetailResource.Of(pod, row, current))
            : throw ClusterAnswers.Missing(current, current.Value.Pods.Status);
    }
}
