using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Metrics.Reading;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Metrics.Api;

/// <summary>What nodes and workloads used. Programs get the same figures that charts draw.</summary>
internal static class MetricsApi
{
    public static void MapMetricsApi(this RouteGroupBuilder api)
    {
        var metrics = api.MapGroup("/metrics").WithTags("Lab").Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        metrics.MapGet("/nodes/{name}", (string name, string? range, string? step, MetricsReader reader, Live<ClusterState> cluster, CancellationToken cancel) =>
                AnswerAsync(MetricSubject.Node(name), range, step, reader, cluster.Current.Value, cancel))
            .RequireAct(Act.SeeLab).Produces<MetricHistoryResource>().WithSummary("What a node used over a range: 1h, 6h, 24h or 7d, and 30d, 90d or 1y with a Prometheus");
        metrics.MapGet("/workloads/{kind}/{ns}/{name}", (string kind, string ns, string name, string? range, string? step, MetricsReader reader, Live<ClusterState> cluster, CancellationToken cancel) =>
                AnswerAsync(new MetricSubject(KindOf(kind), ns, name), range, step, reader, cluster.Current.Value, cancel))
            .RequireAct(Act.SeeLab).Produces<MetricHistoryResource>().WithSummary("What the pods of a workload used together; the kind is deployments, statefulsets, daemonsets, cronjobs, jobs or pods");
    }

    private static async Task<ApiAnswer> AnswerAsync(MetricSubject subject, string? range, string? step, MetricsReader reader, ClusterState state, CancellationToken cancellationToken)
    {
        var history = await reader.ReadAsync(subject, MetricQuery.Range(range, step, reader.RangesOf(isRemembered: false)), cancellationToken);
        return history.IsEmpty && !IsThere(subject, state)
            ? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound))
            : ApiAnswer.Of(MetricHistoryResource.Of(subject, history));
    }

    /// <summary>The plural as in the addresses of pages.</summary>
    private static string KindOf(string plural) => plural == "pods"
        ? MetricSubject.PodKind
        : WorkloadKinds.Of(plural)?.Name ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    /// <summary>What is there and was not measured yet is an answer full of gaps; what is neither is no address.</summary>
    private static bool IsThere(MetricSubject subject, ClusterState state) => subject.Kind switch
    {
        MetricSubject.NodeKind => state.Nodes.Find(subject.Name) is not null,
        MetricSubject.PodKind => state.Pods.Find(subject.Namespace, subject.Name) is not null,
        "Deployment" => state.Deployments.Find(subject.Namespace, subject.Name) is not null,
        "StatefulSet" => state.StatefulSets.Find(subject.Namespace, subject.Name) is not null,
        "DaemonSet" => state.DaemonSets.Find(subject.Namespace, subject.Name) is not null,
        "CronJob" => state.CronJobs.Find(subject.Namespace, subject.Name) is not null,
        "Job" => state.Jobs.Find(subject.Namespace, subject.Name) is not null,
        _ => false,
    };
}
