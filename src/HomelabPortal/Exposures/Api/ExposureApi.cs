using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Plans;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Exposures.Api;

internal static class ExposureApi
{
    public static void MapExposureApi(this RouteGroupBuilder api)
    {
        var exposures = api.MapGroup("/exposures").WithTags("Exposures");
        exposures.MapGet("", List).RequireAct(Act.SeeLab).Produces<ExposureList>().Tagged().WithSummary("All exposures");
        exposures.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<ExposureResource>().Tagged().Fails(404).WithSummary("One exposure with its steps");
        exposures.MapPost("", CreateAsync).RequireAct(Act.ExposeInHouse).Produces<ExposureResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Expose something");
        exposures.MapPut("/{id}", ChangeAsync).RequireAct(Act.ExposeInHouse).RequireIfMatch().Produces<ExposureResource>().Tagged(isReading: false).WithSummary("Change an exposure");
        exposures.MapDelete("/{id}", RemoveAsync).RequireAct(Act.RemoveExposure).RequireIfMatch().Produces(204).Fails(422).WithSummary("Take an exposure back");
        exposures.MapPost("/plan", PlanNewAsync).RequireAct(Act.ExposeInHouse).Produces<PlanResource>().WithSummary("What exposing something would do; nothing is saved");
        exposures.MapPost("/{id}/plan", PlanChangeAsync).RequireAct(Act.ExposeInHouse).Produces<PlanResource>().Fails(404).WithSummary("What a change would do; nothing is saved");
        exposures.MapGet("/{id}/removal", PlanRemovalAsync).RequireAct(Act.SeeLab).Produces<PlanResource>().Fails(404).WithSummary("What taking it back would do; nothing is done");
    }

    private static ApiAnswer List(DesiredStore desired, Live<ReconcileStatus> status, Live<DockerState> docker, IOptions<IngressOptions> ingress, TimeProvider time)
    {
        var (state, seen, hosts) = (desired.Current, status.Current.Value, docker.Current.Value);
        var leaving = ExposureLine.Of(state, seen, hosts, time.GetUtcNow()).Where(line => line.IsLeaving)
            .Select(line => new LeavingResource(line.Id, ExposureStatusResource.Of(line.Phase, seen.Of(line.Id))));
        return ApiAnswer.Tagged(new ExposureList(state.Revision, [.. state.Exposures.Select(exposure => ResourceOf(exposure, state, seen, hosts, ingress.Value))], [.. leaving]));
    }

    private static ApiAnswer Get(string id, DesiredStore desired, Live<ReconcileStatus> status, Live<DockerState> docker, IOptions<IngressOptions> ingress)
    {
        var exposure = Find(desired.Current, id);
        return ResourceOf(exposure, desired.Current, status.Current.Value, docker.Current.Value, ingress.Value).ToAnswer(exposure);
    }

    private static ExposureResource ResourceOf(Exposure exposure, DesiredState state, ReconcileStatus status, DockerState docker, IngressOptions ingress)
    {
        var resource = ExposureResource.Of(exposure, status);
        return resource with
        {
            ClusterName = ClusterName.Of(exposure, state, docker, ingress),
            Status = resource.Status with { Trouble = BackendTrouble.Of(exposure, state, docker)?.Why },
        };
    }

    private static Task<IResult> CreateAsync(JsonBody<ExposureWish> body, HttpContext http, ChangeDesk desk, ExposureJudge judge, DesiredIds ids)
    {
        var id = ids.NewExposure();
        return desk.SaveAsync(http, async state =>
        {
            var exposure = await judge.JudgeAsync(body.Value, id, null, state, http.RequestAborted);
            var answer = ExposureResource.Saved(exposure, StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{id}" };
            return new Draft(new DesiredEdit.PutExposure(exposure), $"Expose {exposure.Hostname}", answer);
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<ExposureWish> body, HttpContext http, ChangeDesk desk, ExposureJudge judge) =>
        desk.SaveAsync(http, async state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, ExposureResource.TagOf(before));
            var exposure = await judge.JudgeAsync(body.Value, id, before, state, http.RequestAborted);
            return new Draft(new DesiredEdit.PutExposure(exposure), WordsOf(before, exposure), ExposureResource.Saved(exposure, StatusCodes.Status200OK));
        });

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, ExposureResource.TagOf(before));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveExposure(id), $"Remove {before.Hostname}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> PlanNewAsync(JsonBody<ExposureWish> body, HttpContext http, ExposureJudge judge, DesiredIds ids) =>
        ApiAnswer.Of(PlanResource.Of(await judge.PlanAsync(body.Value, ids.NewExposure(), null, http.RequestAborted)));

    private static async Task<ApiAnswer> PlanChangeAsync(string id, JsonBody<ExposureWish> body, HttpContext http, DesiredStore desired, ExposureJudge judge) =>
        ApiAnswer.Of(PlanResource.Of(await judge.PlanAsync(body.Value, id, Find(desired.Current, id), http.RequestAborted)));

    private static async Task<ApiAnswer> PlanRemovalAsync(string id, DesiredStore desired, SettledPreview preview, CancellationToken cancellationToken) =>
        ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.RemoveExposure(Find(desired.Current, id).Id), id, cancellationToken)));

    private static Exposure Find(DesiredState state, string id) => state.FindExposure(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    /// <summary>The same words for the audit as the buttons of the page have.</summary>
    private static string WordsOf(Exposure before, Exposure after) => (before.Visibility, after.Visibility) switch
    {
        (Visibility.Lan, Visibility.Tunnel) => $"Tunnel {after.Hostname}",
        (Visibility.Tunnel, Visibility.Lan) => $"Take {after.Hostname} off the Internet",
        (Visibility.Tunnel, Visibility.Tunnel) when before with { LoginPolicy = null, IsPublicWithoutLogin = false, OpenPaths = [], ExpiresAt = null }
            == after with { LoginPolicy = null, IsPublicWithoutLogin = false, OpenPaths = [], ExpiresAt = null } => $"Change who may open {after.Hostname}",
        _ => $"Change {before.Hostname}",
    };
}
