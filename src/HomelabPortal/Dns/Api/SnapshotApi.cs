using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Dns.Editing;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Platform;

namespace HomelabPortal.Dns.Api;

/// <summary>Zones as they were just before the portal wrote to them.</summary>
internal static class SnapshotApi
{
    public static void MapSnapshotApi(this RouteGroupBuilder api)
    {
        var snapshots = api.MapGroup("/dns/snapshots").WithTags("DNS");
        snapshots.MapGet("", ListAsync).RequireAct(Act.SeeLab).Produces<SnapshotList>().Fails(404).WithSummary("Zones as they were, the newest first");
        snapshots.MapGet("/{id:long}", GetAsync).RequireAct(Act.SeeLab).Produces<SnapshotResource>().Fails(404).WithSummary("A zone as it was, and what restoring it would do");
        snapshots.MapPost("/{id:long}/restore", RestoreAsync).RequireAct(Act.RestoreZone).Produces<SnapshotResource>().Fails(404, 409, 422).WithSummary("Put what is ours in a zone back as it was");
    }

    private static async Task<ApiAnswer> ListAsync(string? zone, ZoneSnapshotBook book, Live<DnsState> live, CancellationToken cancellationToken) =>
        ApiAnswer.Of(SnapshotList.Of(await book.ListAsync(zone is null ? null : ZoneApi.Find(live, zone).Id, cancellationToken)));

    private static async Task<ApiAnswer> GetAsync(long id, RestoreActs acts, CancellationToken cancellationToken) =>
        await acts.PlanAsync(id, cancellationToken) is { } plan
            ? ApiAnswer.Of(SnapshotResource.Of(plan.Snapshot, plan.Steps))
            : throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    private static async Task<ApiAnswer> RestoreAsync(long id, HttpContext http, RestoreActs acts)
    {
        var answer = await GetAsync(id, acts, http.RequestAborted);
        var outcome = await acts.RestoreAsync(id, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? answer : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }
}
