using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Acts.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Drain.Api;

internal static class DrainApi
{
    public static void MapDrainApi(this RouteGroupBuilder api)
    {
        var drain = api.MapGroup("/nodes/{name}/drain").WithTags("Acts");
        drain.MapGet("", (string name, bool? loseScratch, bool? loseUnmanaged, DrainDesk desk, Live<ClusterState> live) => Preview(name, new DrainRequest(loseScratch, loseUnmanaged), desk, live))
            .RequireAct(Act.SeeLab).Produces<DrainResource>().Fails(404).WithSummary("What draining a node would do, and what it would cost");
        drain.MapPost("", StartAsync)
            .RequireAct(Act.DrainNode).Produces<BegunResource>(StatusCodes.Status202Accepted).Fails(400, 404, 409, 422)
            .WithSummary("Drain a node").WithDescription("It begins, and /jobs/{id} says how far it is. It can be cancelled there; the node stays cordoned.");
    }

    private static ApiAnswer Preview(string name, DrainRequest request, DrainDesk desk, Live<ClusterState> live) =>
        ApiAnswer.Of(DrainResource.Of(desk.Plan(Known(name, live), request.Choices)));

    private static async Task<IResult> StartAsync(string name, JsonBody<DrainRequest> body, HttpContext http, DrainDesk desk, IdempotencyKeys keys, Live<ClusterState> live)
    {
        var start = await desk.StartAsync(Known(name, live), body.Value.Choices, Actor.Of(http.User), id => keys.Keeping(http, Begun(id, name)));
        return start.Id is { } job ? Begun(job, name) : throw new ProblemException(start.Outcome.Refusal is { } refusal
            ? Problem.Of(refusal)
            : new Problem(Problem.PlanRefused, "The lab says no.", StatusCodes.Status422UnprocessableEntity, start.Outcome.Fault));
    }

    private static ApiAnswer Begun(string id, string node) =>
        ApiAnswer.Of(new BegunResource(id, DrainDesk.WordsOf(node)), status: StatusCodes.Status202Accepted) with { Location = $"{ApiExtensions.Root}/jobs/{id}" };

    /// <summary>Only what is known not to be there is not found; what cannot be seen is refused by the plan.</summary>
    private static string Known(string node, Live<ClusterState> live) => live.Current is { Value: { IsConnected: true, Nodes: { Status.IsKnown: true } nodes }, Fault: null } && nodes.Find(node) is null
        ? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with { Detail = $"The cluster has no node {node} now." })
        : node;
}
