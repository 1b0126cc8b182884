using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Metrics.Api;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Gpu.Work.Stats;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What containers of Docker hosts use and used.</summary>
internal static class StatsApi
{
    public static void MapStatsApi(this RouteGroupBuilder api)
    {
        var container = api.MapGroup("/docker-hosts/{host}/containers/{name}").WithTags("Containers").Fails(StatusCodes.Status404NotFound);
        container.MapGet("/stats", NowAsync).RequireAct(Act.SeeLab).Produces<StatsResource>().Fails(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("What a container uses, measured over one second");
        container.MapGet("/metrics", HistoryAsync).RequireAct(Act.SeeLab).Produces<MetricHistoryResource>().Fails(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("What a container used over a range: 1h, 6h, 24h or 7d");
    }

    private static async Task<ApiAnswer> NowAsync(string host, string name, StatsReader reader, CancellationToken cancellationToken) =>
        ApiAnswer.Of(StatsResource.Of((await reader.ReadAsync(host, name, cancellationToken)).OfHost().Rates));

    private static async Task<ApiAnswer> HistoryAsync(string host, string name, string? range, string? step, MetricsReader reader, Live<DockerState> live, CancellationToken cancellationToken)
    {
        var subject = StatsHistory.Subject(host, name);
        var ranges = reader.RangesOf(isRemembered: false).Where(one => !one.IsLonger).ToList();
        var history = await reader.ReadAsync(subject, MetricQuery.Range(range, step, ranges), cancellationToken);
        var isThere = live.Current.Value.Hosts.Any(one => one.Name == host && one.Containers.Any(container => container.Name == name));
        return history.IsEmpty && !isThere
            ? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with { Detail = $"{host} has no container {name} now, and none that was measured." })
            : ApiAnswer.Of(MetricHistoryResource.Of(subject, history));
    }
}
