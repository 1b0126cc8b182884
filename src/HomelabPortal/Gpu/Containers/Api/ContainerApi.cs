using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Plans;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Adopting;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Gpu.Containers.Api;

internal static class ContainerApi
{
    public static void MapContainerApi(this RouteGroupBuilder api)
    {
        var containers = api.MapGroup("/containers").WithTags("Containers");
        containers.MapGet("", List).RequireAct(Act.SeeLab).Produces<WantedContainerList>().Tagged().WithSummary("All wanted containers of Docker hosts");
        containers.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<WantedContainerResource>().Tagged().Fails(404).WithSummary("One wanted container, how it stands, and its image on the way");
        containers.MapPost("", CreateAsync).RequireAct(Act.EditContainers).Produces<WantedContainerResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Want a container");
        containers.MapPut("/{id}", ChangeAsync).RequireAct(Act.EditContainers).RequireIfMatch().Produces<WantedContainerResource>().Tagged(isReading: false).WithSummary("Change a container; another specification makes it anew");
        containers.MapDelete("/{id}", RemoveAsync).RequireAct(Act.EditContainers).RequireIfMatch().Produces(204).Fails(409, 422).WithSummary("Remove a container; its volumes stay, and its exposures go only when asked for");
        containers.MapPost("/plan", PlanAsync).RequireAct(Act.EditContainers).Produces<PlanResource>().WithSummary("What a new container would do; nothing is saved");
        containers.MapPost("/{id}/plan", PlanChangeAsync).RequireAct(Act.EditContainers).Produces<PlanResource>().Fails(404).WithSummary("What a change would do, also starting or stopping it by isStopped; nothing is saved");
        containers.MapGet("/{id}/removal", PlanRemovalAsync).RequireAct(Act.SeeLab).Produces<PlanResource>().Fails(404).WithSummary("What removing it would do; nothing is done");
        containers.MapPost("/{id}/start", StartAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409).WithSummary("Want it to run; when it does not fit on the GPU it queues, or stops what is less important, or starts anyway");
        containers.MapPost("/{id}/stop", StopAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Want it stopped");
        containers.MapPost("/{id}/retry", RetryAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Make it anew as it is, also after a version that failed");
        containers.MapPost("/{id}/restart", RestartAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Restart it once");
    }

    private static ApiAnswer List(DesiredStore desired, Live<ReconcileStatus> status, Live<ContainerState> live) =>
        ApiAnswer.Tagged(new WantedContainerList(desired.Current.Revision, [.. desired.Current.Containers.Select(container => WantedContainerResource.Of(container, status.Current.Value, live.Current.Value))]));

    private static ApiAnswer Get(string id, DesiredStore desired, Live<ReconcileStatus> status, Live<ContainerState> live)
    {
        var container = Find(desired.Current, id);
        return WantedContainerResource.Of(container, status.Current.Value, live.Current.Value).ToAnswer(container);
    }

    private static Task<IResult> CreateAsync(JsonBody<ContainerWish> body, HttpContext http, ChangeDesk changes, ContainerDesk desk, Adoptions adoptions, SettledPreview preview, DesiredIds ids)
    {
        var id = ids.NewExposure();
        return changes.SaveAsync(http, async state =>
        {
            var judged = await JudgeAsync(await FillAsync(body.Value, adoptions, http.RequestAborted), id, null, state, desk, preview, http.RequestAborted);
            var answer = WantedContainerResource.Saved(judged.Container, StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{id}" };
            return new Draft(new DesiredEdit.PutContainer(judged.Container), $"Create the container {judged.Container.Place}", answer) { Alongside = desk.Keeping(judged) };
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<ContainerWish> body, HttpContext http, ChangeDesk changes, ContainerDesk desk, Adoptions adoptions, SettledPreview preview) =>
        changes.SaveAsync(http, async state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, WantedContainerResource.TagOf(before));
            var judged = await JudgeAsync(await FillAsync(body.Value, adoptions, http.RequestAborted), id, before, state, desk, preview, http.RequestAborted);
            return new Draft(new DesiredEdit.PutContainer(judged.Container), $"Change the container {before.Place}", WantedContainerResource.Saved(judged.Container, StatusCodes.Status200OK)) { Alongside = desk.Keeping(judged) };
        });

    private static async Task<IResult> RemoveAsync(string id, [FromQuery] bool? withExposures, HttpContext http, DesiredStore desired, ChangeDesk changes, ContainerRemoval removal)
    {
        if (withExposures == true && desired.Current.FindContainer(id) is { } exposed)
        {
            EntityTags.RequireMatch(http.Request, WantedContainerResource.TagOf(exposed));
            if (await removal.RemoveDoorsAsync(exposed, Actor.Of(http.User), http.RequestAborted) is { Succeeded: false } failed)
                throw new ProblemException(ChangeDesk.ProblemOf(failed));
        }

        return await RemoveOneAsync(id, http, changes);
    }

    private static Task<IResult> RemoveOneAsync(string id, HttpContext http, ChangeDesk changes) =>
        changes.SaveAsync(http, state =>
        {
            var container = Find(state, id);
            EntityTags.RequireMatch(http.Request, WantedContainerResource.TagOf(container));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveContainer(id), $"Remove the container {container.Place}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> PlanAsync(JsonBody<ContainerWish> body, DesiredStore desired, ContainerDesk desk, Adoptions adoptions, SettledPreview preview, DesiredIds ids, CancellationToken cancellationToken)
    {
        var judged = Read(await FillAsync(body.Value, adoptions, cancellationToken), ids.NewExposure(), null, desired.Current, desk);
        return ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.PutContainer(judged.Container), judged.Container.Id, cancellationToken)));
    }

    private static async Task<ApiAnswer> PlanChangeAsync(string id, JsonBody<ContainerWish> body, DesiredStore desired, ContainerDesk desk, SettledPreview preview, CancellationToken cancellationToken)
    {
        var judged = Read(body.Value, id, Find(desired.Current, id), desired.Current, desk);
        return ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.PutContainer(judged.Container), id, cancellationToken)));
    }

    private static async Task<ApiAnswer> PlanRemovalAsync(string id, DesiredStore desired, SettledPreview preview, CancellationToken cancellationToken) =>
        ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.RemoveContainer(Find(desired.Current, id).Id), id, cancellationToken)));

    private static Task<IResult> StartAsync(string id, JsonBody<StartWish> body, HttpContext http, ChangeDesk changes, Live<ContainerState> live, TimeProvider time) =>
        changes.SaveAsync(http, state =>
        {
            var container = Find(state, id);
            var (room, verdict) = (body.Value.Chosen, LeaseBoard.VerdictFor(container, state, live.Current.Value, time.GetUtcNow()));
            var words = room == StartRoom.Anyway ? "Start anyway" : "Start";
            return Task.FromResult(new Draft(LeaseEdits.Start(container, room, verdict, state), $"{words} the container {container.Place}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static Task<IResult> StopAsync(string id, HttpContext http, ChangeDesk changes) => EditAsync(id, http, changes, ContainerEdits.Stop, "Stop");

    private static Task<IResult> RetryAsync(string id, HttpContext http, ChangeDesk changes, ImagePulls pulls) =>
        EditAsync(id, http, changes, container =>
        {
            pulls.Forget(container.Host, ImageReference.Parse(container.Image, container.Digest).Wanted);
            return ContainerEdits.TryAgain(container);
        }, "Make anew");

    private static async Task<IResult> RestartAsync(string id, HttpContext http, DesiredStore desired, ContainerActs acts)
    {
        var outcome = await acts.RestartAsync(Find(desired.Current, id), Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static Task<IResult> EditAsync(string id, HttpContext http, ChangeDesk changes, Func<DesiredContainer, DesiredContainer> edit, string verb) =>
        changes.SaveAsync(http, state =>
        {
            var container = Find(state, id);
            return Task.FromResult(new Draft(new DesiredEdit.PutContainer(edit(container)), $"{verb} the container {container.Place}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ContainerWish> FillAsync(ContainerWish wish, Adoptions adoptions, CancellationToken cancellationToken)
    {
        var (filled, fault) = await adoptions.FillAsync(wish, cancellationToken);
        return fault is null ? filled : throw new ProblemException(Problem.Invalid(ContainerFields.Name, fault));
    }

    private static async Task<ContainerDesk.Judged> JudgeAsync(
        ContainerWish wish, string id, DesiredContainer? before, DesiredState state, ContainerDesk desk, SettledPreview preview, CancellationToken cancellationToken)
    {
        var judged = Read(wish, id, before, state, desk);
        var result = await preview.PlanAsync(new DesiredEdit.PutContainer(judged.Container), id, cancellationToken);
        return result.Plan.Refusals is [var refusal, ..]
            ? throw new ProblemException(Problem.Invalid(ContainerFields.Name, refusal.Why) with { Type = Problem.PlanRefused, Title = "The plan refuses it." })
            : judged;
    }

    private static ContainerDesk.Judged Read(ContainerWish wish, string id, DesiredContainer? before, DesiredState state, ContainerDesk desk)
    {
        var judged = desk.Judge(wish, id, before, state);
        return judged.Faults.Count == 0 ? judged : throw new ProblemException(Problem.Invalid(judged.Faults));
    }

    private static DesiredContainer Find(DesiredState state, string id) =>
        state.FindContainer(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
