using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Updates.Api;

internal static class UpdateApi
{
    private const string Digest = "digest";

    public static void MapUpdateApi(this RouteGroupBuilder api)
    {
        var versions = api.MapGroup("/containers/{id}").WithTags("Containers");
        versions.MapGet("/versions", Get).RequireAct(Act.SeeLab).Produces<VersionsResource>().Tagged().Fails(404).WithSummary("Which version a container runs, whether there is a newer one, and which former ones it can go back to");
        versions.MapPost("/versions/check", CheckAsync).RequireAct(Act.EditContainers).Produces<VersionsResource>().Fails(404, 409).WithSummary("Ask the registry now, without pulling");
        versions.MapPost("/update", UpdateAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Take a newer version; the former serves again when it does not prove itself");
        versions.MapPost("/rollback", RollBackAsync).RequireAct(Act.EditContainers).Produces(204).Fails(404, 409, 422).WithSummary("Go back to a former version that is still on the host, or stay with what runs; no registry is needed");
        api.MapGet("/image-versions", List).RequireAct(Act.SeeLab).Produces<ImageVersionList>().WithTags("Containers").WithSummary("Whether there are newer versions of the images of all containers, also of those that others look after");
    }

    private static ApiAnswer List(DesiredStore desired, Live<DockerState> docker, Live<UpdateState> updates) =>
        ApiAnswer.Of(ImageVersionList.Of(desired.Current, docker.Current.Value, updates.Current.Value));

    private static ApiAnswer Get(string id, DesiredStore desired, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status, TimeProvider time) =>
        Read(Find(desired.Current, id), docker, updates, status, time).ToAnswer();

    private static async Task<ApiAnswer> CheckAsync(
        string id, HttpContext http, DesiredStore desired, UpdateActs acts, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status, TimeProvider time)
    {
        var container = Find(desired.Current, id);
        var outcome = await acts.CheckAsync(container, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Of(Read(container, docker, updates, status, time)) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static Task<IResult> UpdateAsync(string id, JsonBody<VersionWish> body, HttpContext http, ChangeDesk changes, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status) =>
        SaveAsync(id, http, changes, "Update", container =>
        {
            var offered = UpdateCandidates.Of(container, docker.Current.Value, updates.Current.Value, status.Current.Value).Standing.Offered;
            var digest = Checked(body.Value.Digest) ?? offered
                ?? throw new ProblemException(Problem.Of(StatusCodes.Status409Conflict) with { Detail = "No newer version of its image is known. Ask its registry first, or name a digest." });
            return ContainerEdits.Update(container, digest);
        });

    private static Task<IResult> RollBackAsync(string id, JsonBody<VersionWish> body, HttpContext http, ChangeDesk changes, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status) =>
        SaveAsync(id, http, changes, "Roll back", container =>
        {
            var candidate = UpdateCandidates.Of(container, docker.Current.Value, updates.Current.Value, status.Current.Value);
            var digest = Checked(body.Value.Digest) ?? throw new ProblemException(Problem.Invalid(Digest, "Name the version to go back to."));
            return digest == candidate.Standing.Digest || VersionHistory.Of(container, candidate.Running, updates.Current.Value).Any(version => version.Digest == digest)
                ? ContainerEdits.GoBack(container, digest, candidate.Standing.Digest)
                : throw new ProblemException(Problem.Of(StatusCodes.Status409Conflict) with { Detail = $"That version did not serve here before, or its image is not on {container.Host} any more." });
        });

    private static Task<IResult> SaveAsync(string id, HttpContext http, ChangeDesk changes, string verb, Func<DesiredContainer, DesiredContainer> edit) =>
        changes.SaveAsync(http, state =>
        {
            var container = Find(state, id);
            return Task.FromResult(new Draft(new DesiredEdit.PutContainer(edit(container)), $"{verb} the container {container.Place}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static string? Checked(string? digest) => digest is null || ImageReference.IsDigest(digest)
        ? digest
        : throw new ProblemException(Problem.Invalid(Digest, "A version is written as sha256: and 64 digits from 0 to f."));

    private static VersionsResource Read(DesiredContainer container, Live<DockerState> docker, Live<UpdateState> updates, Live<ReconcileStatus> status, TimeProvider time)
    {
        var state = updates.Current.Value;
        return VersionsResource.Of(container, UpdateCandidates.Of(container, docker.Current.Value, state, status.Current.Value), state, time.GetUtcNow());
    }

    private static DesiredContainer Find(DesiredState state, string id) =>
        state.FindContainer(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
