using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Record;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Activity.Api;

internal static class ActivityApi
{
    public static void MapActivityApi(this RouteGroupBuilder api)
    {
        api.MapPolicyApi();
        var activity = api.MapGroup("").WithTags("Activity");
        activity.MapGet("/plan", (Live<ReconcileStatus> status) => ApiAnswer.Tagged(CurrentPlanResource.Of(status.Current.Value)))
            .RequireAct(Act.SeeLab).Produces<CurrentPlanResource>().Tagged().WithSummary("What is left to do, what is held and why");
        activity.MapGet("/applies", ListAppliesAsync).RequireAct(Act.SeeLab).Produces<Page<ApplyResource>>().Fails(400, 422).WithSummary("What was written to the lab, newest first");
        activity.MapGet("/audit", ListAuditAsync).RequireAct(Act.SeeAudit).Produces<Page<AuditResource>>().Fails(400, 422).WithSummary("Who did what, newest first");
        activity.MapPost("/audit/{id:long}/undo", UndoAsync).RequireAct(Act.SeeAudit).Produces(204).Fails(404, 409, 422).WithSummary("Take a change back");
        activity.MapPost("/looks", LookAgain).RequireAct(Act.LookAgain).Produces(202).Fails(409, 422).WithSummary("Look at the lab now");
    }

    private static async Task<ApiAnswer> ListAppliesAsync(long? after, int? limit, ActivityReader reader, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(after, limit);
        var read = await reader.ReadAppliesAsync(page.After, page.Limit + 1, cancellationToken);
        return ApiAnswer.Of(page.Cut([.. read.Select(ApplyResource.Of)], apply => apply.Id));
    }

    private static async Task<ApiAnswer> ListAuditAsync(long? after, int? limit, string? subject, ActivityReader reader, RecordMasks masks, CancellationToken cancellationToken)
    {
        var page = PageRequest.Of(after, limit);
        var read = await reader.ReadAuditAsync(page.After, page.Limit + 1, subject, cancellationToken);
        return ApiAnswer.Of(page.Cut([.. read.Select(entry => AuditResource.Of(entry, masks))], entry => entry.Id));
    }

    /// <summary>Who may read the record may ask; whether they may do the change back is judged by what it is.</summary>
    private static Task<IResult> UndoAsync(long id, HttpContext http, ChangeDesk desk) => desk.UndoAsync(http, id);

    private static ApiAnswer LookAgain(HttpContext http, DesiredActs acts)
    {
        var outcome = acts.LookAgain(Actor.Of(http.User));
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status202Accepted) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }
}
