using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Acts.Api;

internal static class JobsApi
{
    public static void MapJobsApi(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Acts");
        jobs.MapGet("", (Live<ActJobsState> live) => ApiAnswer.Of(live.Current.Value.Jobs.Select(JobResource.Of).ToList()))
            .RequireAct(Act.SeeLab).Produces<IReadOnlyList<JobResource>>().WithSummary("Acts that run, or ran since the portal started, newest first");
        jobs.MapGet("/{id}", (string id, Live<ActJobsState> live) => ApiAnswer.Of(JobResource.Of(Find(live, id))))
            .RequireAct(Act.SeeLab).Produces<JobResource>().Fails(404).WithSummary("How far an act is, and how it came out");
        jobs.MapPost("/{id}/cancel", CancelAsync).RequireAct(Act.SeeLab).Produces(204).Fails(404, 409).WithSummary("Stop an act that runs; what it has done stays done");
    }

    /// <summary>Who may do an act may also stop it, which is judged by which act it is.</summary>
    private static async Task<IResult> CancelAsync(string id, HttpContext http, Live<ActJobsState> live, ActJobs jobs)
    {
        var outcome = await jobs.CancelAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static ActJob Find(Live<ActJobsState> live, string id) => live.Current.Value.Find(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound) with
    {
        Detail = $"The last {ActJobsState.Most} acts are kept until the portal restarts; /audit says how older ones came out.",
    });
}
