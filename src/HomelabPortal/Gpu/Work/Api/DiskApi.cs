using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Gpu.Work.Disk;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>Images and volumes of Docker hosts, and removing what nothing needs.</summary>
internal static class DiskApi
{
    public static void MapDiskApi(this RouteGroupBuilder api)
    {
        var host = api.MapGroup("/docker-hosts/{host}").WithTags("Containers").Fails(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        host.MapGet("/disk", DiskAsync).RequireAct(Act.SeeLab).Produces<HostDiskResource>().WithSummary("Images and volumes of a Docker host with their sizes, who uses them, and why they stay");
        host.MapGet("/prune", PlanAsync).RequireAct(Act.PruneHost).Produces<PrunePlanResource>().Fails(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Exactly what would be removed: namelessImages, unusedImages or unusedVolumes");
        host.MapPost("/prune", RunAsync).RequireAct(Act.PruneHost).Produces<PruneResource>().Fails(StatusCodes.Status409Conflict)
            .WithSummary("Remove what a plan named, and nothing else");
    }

    private static async Task<ApiAnswer> DiskAsync(string host, DiskReader reader, CancellationToken cancellationToken) =>
        ApiAnswer.Of(HostDiskResource.Of((await reader.ReadAsync(host, cancellationToken)).OfHost()));

    private static async Task<ApiAnswer> PlanAsync(string host, string? scope, DiskReader reader, CancellationToken cancellationToken)
    {
        // A number is no name, though it would be taken for one.
        if (scope is not { Length: > 0 } || !char.IsAsciiLetter(scope[0]) || !Enum.TryParse<PruneScope>(scope, ignoreCase: true, out var known))
            throw new ProblemException(Problem.Invalid("scope", "scope is namelessImages, unusedImages or unusedVolumes."));
        return ApiAnswer.Of(PrunePlanResource.Of(PrunePlan.Of((await reader.ReadAsync(host, cancellationToken)).OfHost(), known)));
    }

    private static async Task<IResult> RunAsync(string host, JsonBody<PruneWish> body, HttpContext http, PruneWork work)
    {
        if (body.Value is not { Scope: { } scope, Tag: { Length: > 0 } tag })
            throw new ProblemException(Problem.Invalid("tag", "Look at the plan first, and give its scope and tag."));
        var done = await work.RunAsync(host, scope, tag, body.Value.Host, Actor.Of(http.User), http.RequestAborted);
        return done.Outcome.Succeeded ? ApiAnswer.Of(new PruneResource(done.Said)) : throw new ProblemException(ChangeDesk.ProblemOf(done.Outcome));
    }
}
