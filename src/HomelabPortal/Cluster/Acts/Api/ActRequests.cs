using HomelabPortal.Access;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Acts.Planning;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>Acts that programs ask for: the plan of one, or its begin.</summary>
internal sealed class ActRequests(ClusterActs acts, IdempotencyKeys keys, Live<ClusterState> live)
{
    /// <param name="dryRun">Only say what it would do.</param>
    /// <exception cref="ProblemException">Nothing was begun.</exception>
    public async Task<IResult> RunAsync(HttpContext http, ActWish wish, bool? dryRun)
    {
        var plan = acts.Plan(wish);
        if (plan.Seen is null && live.Current.Value.IsConnected && live.Current.Fault is null && ActSubject.Of(live.Current.Value, wish) is { Status.IsKnown: true })
            throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with { Detail = plan.Refusal });
        if (dryRun == true)
            return ApiAnswer.Of(ActPlanResource.Of(plan), TagOf(plan));
        if (HttpMethods.IsDelete(http.Request.Method) || http.Request.Headers.IfMatch.Count > 0)
            EntityTags.RequireMatch(http.Request, TagOf(plan));
        var start = await acts.StartAsync(wish, plan.Seen, Actor.Of(http.User), id => keys.Keeping(http, Begun(id, wish)));
        return start.Id is { } job ? Begun(job, wish) : throw new ProblemException(ProblemOf(start.Outcome, plan));
    }

    /// <summary>Names what is wanted of the object, and that it is still the same one.</summary>
    private static string TagOf(ActPlan plan) => EntityTags.Of($"{plan.Seen?.Uid}/{plan.Seen?.Generation}");

    private static ApiAnswer Begun(string id, ActWish wish) =>
        ApiAnswer.Of(new BegunResource(id, wish.Words), status: StatusCodes.Status202Accepted) with { Location = $"{ApiExtensions.Root}/jobs/{id}" };

    private static Problem ProblemOf(ActionOutcome outcome, ActPlan plan) => outcome switch
    {
        { Refusal: { } refusal } => Problem.Of(refusal),
        { IsStale: true } => Problem.Of(StatusCodes.Status409Conflict) with { Detail = outcome.Fault },
        _ when plan.Refusal is not null => new Problem(Problem.PlanRefused, "The lab says no.", StatusCodes.Status422UnprocessableEntity, outcome.Fault),
        _ => Problem.Of(StatusCodes.Status409Conflict) with { Detail = outcome.Fault },
    };
}
