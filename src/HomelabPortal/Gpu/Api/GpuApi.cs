using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics.Api;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Scheduled;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.History;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Api;

/// <summary>The cards of Docker hosts and of the cluster, as they are and as they were.</summary>
internal static class GpuApi
{
    public static void MapGpuApi(this RouteGroupBuilder api)
    {
        var gpu = api.MapGroup("/gpu").WithTags("Lab");
        gpu.MapGet("/hosts", (Live<GpuState> live) => ApiAnswer.Of(new GpuHostList([.. live.Current.Value.Hosts.Select(GpuHostResource.Of)])))
            .RequireAct(Act.SeeLab).Produces<GpuHostList>().WithSummary("Docker hosts with their engine, how they give out GPUs, their cards, and who holds the memory");
        gpu.MapGet("/hosts/{host}/cards/{card}/history", HistoryAsync)
            .RequireAct(Act.SeeLab).Produces<GpuHistoryResource>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Load, video memory, temperature and power of a card over a range: 1h, 6h, 24h or 7d");
        gpu.MapPost("/hosts/{host}/containers/{name}/restart", RestartAsync)
            .RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Restart a container that no longer sees its GPU, also one that the portal did not make");
        gpu.MapGet("/nodes", Nodes).RequireAct(Act.SeeLab).Produces<ClusterGpuList>().WithSummary("GPUs that Kubernetes schedules: their nodes, and the pods that hold or wait for one");
    }

    private static async Task<ApiAnswer> HistoryAsync(
        string host, string card, string? range, string? step, GpuHistory history, Live<GpuState> live, CancellationToken cancellationToken)
    {
        var chosen = MetricQuery.Range(range, step, history.Ranges);
        var charts = new List<GpuChart>();
        foreach (var series in GpuSeries.All)
            charts.Add(GpuChart.Of(series, await history.ReadAsync(host, card, series, chosen, cancellationToken)));
        // A card that is there and was not measured yet is an answer full of gaps; what is neither is no address.
        if (charts.All(chart => chart.IsEmpty) && live.Current.Value.Find(host, card) is null)
            throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        var data = charts[0].Data;
        return ApiAnswer.Of(new GpuHistoryResource(host, card, data.From, data.To, (int)data.Step.TotalSeconds, [.. Enumerable.Range(0, data.Points.Count).Select(index => GpuPointResource.Of(charts, index))]));
    }

    private static async Task<ApiAnswer> RestartAsync(string host, string name, HttpContext http, LostGpuActs acts, Live<GpuState> live)
    {
        if (live.Current.Value.Find(host) is null)
            throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        var outcome = await acts.RestartAsync(host, name, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static ApiAnswer Nodes(Live<ClusterState> cluster)
    {
        var live = cluster.Current;
        if (!live.Value.IsConnected)
            return ApiAnswer.Of(new ClusterGpuList(Listing<ClusterGpuNodeResource>.NotConnected(live.Value.Help), []));
        var view = ClusterGpuView.Of(live.Value);
        return ApiAnswer.Of(new ClusterGpuList(
            Listing<ClusterGpuNodeResource>.Of(live.Value.Nodes.Status.Freshness(live), view.Nodes.Select(ClusterGpuNodeResource.Of)), [.. view.Waiting.Select(ClusterGpuUserResource.Of)]));
    }
}
