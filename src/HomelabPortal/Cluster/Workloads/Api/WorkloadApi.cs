using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Cluster.Api;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Workloads.Api;

internal static class WorkloadApi
{
    public static void MapWorkloadApi(this RouteGroupBuilder api)
    {
        var workloads = api.MapGroup("/workloads").WithTags("Lab");
        workloads.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<WorkloadResource>>()
            .WithSummary("The workloads of the cluster, of one kind (such as \"deployments\"), or of one namespace");
        workloads.MapGet("/{kind}/{namespace}/{name}", Get).RequireAct(Act.SeeLab).Produces<WorkloadDetailResource>().Fails(404, 503)
            .WithSummary("One workload with its pods, containers, and revisions or runs");
    }

    private static ApiAnswer List([FromQuery] string? kind, [FromQuery(Name = "namespace")] string? ns, Live<ClusterState> live) => ClusterAnswers.List(
        live.Current,
        state => WorkloadScope.Status(state, WorkloadKinds.Of(kind)),
        state => state.WorkloadRows.Where(row => (kind is null || row.Kind.Plural == kind) && (ns is null || row.Namespace == ns)).Select(WorkloadResource.Of));

    private static ApiAnswer Get(string kind, [FromRoute(Name = "namespace")] string ns, string name, Live<ClusterState> live, TimeProvider time)
    {
        var current = live.Current;
        if (KnownWorkloads.Find(current.Value, kind, ns, name, time.GetUtcNow()) is { } workload)
            return ApiAnswer.Of(WorkloadDetailResource.Of(workload, current, time.GetUtcNow()));
        throw ClusterAnswers.Missing(current, WorkloadKinds.Of(kind)?.Status(current.Value) ?? SourceStatus.NotInstalled);
    }
}
