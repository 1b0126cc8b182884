using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Cluster.Workloads;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Acts.Api;

internal static class ActsApi
{
    public static void MapActsApi(this RouteGroupBuilder api)
    {
        var acts = api.MapGroup("").WithTags("Acts");
        acts.MapPost("/workloads/{kind}/{namespace}/{name}/restart", (string kind, [FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.Restart(KindOf(kind), ns, name), dryRun)).IsAct(Act.RestartWorkload, "Restart a workload");
        acts.MapPost("/workloads/{kind}/{namespace}/{name}/scale", ScaleAsync).IsAct(Act.ScaleWorkload, "Set the number of replicas of a workload");
        acts.MapPost("/workloads/deployments/{namespace}/{name}/rollback", RollBackAsync).IsAct(Act.RollBack, "Go back to an earlier revision of a deployment");
        acts.MapGet("/workloads/deployments/{namespace}/{name}/revisions", ListRevisions)
            .RequireAct(Act.SeeLab).Produces<Listing<RevisionResource>>().Fails(404).WithSummary("The revisions that the history of a deployment holds, newest first");
        acts.MapDelete("/pods/{namespace}/{name}", ([FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.DeletePod(ns, name), dryRun)).IsAct(Act.DeletePod, "Delete a pod").RequireIfMatch();
        acts.MapPost("/pods/{namespace}/{name}/evict", ([FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.EvictPod(ns, name), dryRun)).IsAct(Act.DeletePod, "Evict a pod, which disruption budgets may forbid");
        acts.MapPost("/cronjobs/{namespace}/{name}/run", ([FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.RunCronJob(ns, name), dryRun)).IsAct(Act.RunCronJob, "Run a cron job now");
        acts.MapPost("/cronjobs/{namespace}/{name}/suspend", ([FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.SuspendCronJob(ns, name, true), dryRun)).IsAct(Act.SuspendCronJob, "Suspend a cron job");
        acts.MapPost("/cronjobs/{namespace}/{name}/resume", ([FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.SuspendCronJob(ns, name, false), dryRun)).IsAct(Act.SuspendCronJob, "Resume a cron job");
        acts.MapPost("/nodes/{name}/cordon", (string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.CordonNode(name, true), dryRun)).IsAct(Act.CordonNode, "Close a node to new pods");
        acts.MapPost("/nodes/{name}/uncordon", (string name, bool? dryRun, HttpContext http, ActRequests requests) =>
            requests.RunAsync(http, new ActWish.CordonNode(name, false), dryRun)).IsAct(Act.CordonNode, "Open a node to new pods");
    }

    private static Task<IResult> ScaleAsync(
        string kind, [FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, JsonBody<ScaleRequest> body, HttpContext http, ActRequests requests) =>
        body.Value.Replicas is { } replicas
            ? requests.RunAsync(http, new ActWish.Scale(KindOf(kind), ns, name, replicas), dryRun)
            : throw new ProblemException(Problem.Invalid("replicas", $"replicas is a number from 0 to {ScalePlans.Most}."));

    private static Task<IResult> RollBackAsync(
        [FromRoute(Name = "namespace")] string ns, string name, bool? dryRun, JsonBody<RollBackRequest> body, HttpContext http, ActRequests requests) =>
        body.Value.Revision is { } revision
            ? requests.RunAsync(http, new ActWish.RollBack(ns, name, revision), dryRun)
            : throw new ProblemException(Problem.Invalid("revision", "revision is the number of an earlier revision."));

    private static ApiAnswer ListRevisions([FromRoute(Name = "namespace")] string ns, string name, Live<ClusterState> live)
    {
        var state = live.Current.Value;
        if (!state.IsConnected)
            return ApiAnswer.Of(Listing<RevisionResource>.NotConnected(state.Help));
        var revisions = state.Deployments.Find(ns, name) is { } deployment ? Revisions.Of(state, deployment) : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        return ApiAnswer.Of(Listing<RevisionResource>.Of(state.ReplicaSets.Status.Freshness(live.Current), revisions.Select(RevisionResource.Of)));
    }

    private static string KindOf(string plural) => WorkloadKinds.Of(plural)?.Name ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    /// <summary>With <c>dryRun=true</c> the plan is answered; else the act begins, and its job is named.</summary>
    private static RouteHandlerBuilder IsAct(this RouteHandlerBuilder endpoint, Act act, string summary) => endpoint
        .RequireAct(act).Produces<ActPlanResource>().Produces<BegunResource>(StatusCodes.Status202Accepted).Fails(400, 404, 409, 412, 422)
        .WithSummary(summary).WithDescription("With dryRun=true it only says what it would do; else it begins, and /jobs/{id} says how far it is.");
}
