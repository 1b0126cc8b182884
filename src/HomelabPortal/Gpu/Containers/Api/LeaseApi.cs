using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Api;

internal static class LeaseApi
{
    public static void MapLeaseApi(this RouteGroupBuilder api)
    {
        api.MapGet("/gpu/leases", List).RequireAct(Act.SeeLab).Produces<LeaseList>().WithTags("Containers").WithSummary("Who holds the GPU of each host under a lease, and who waits for it");
        api.MapGet("/containers/{id}/room", Room).RequireAct(Act.SeeLab).Produces<RoomResource>().Fails(404).WithTags("Containers").WithSummary("Whether a container would fit on the GPU now, and what could be stopped for it");
    }

    private static ApiAnswer List(DesiredStore desired, Live<ContainerState> live, Live<ReconcileStatus> status)
    {
        var (state, look, judged) = (desired.Current, live.Current.Value, status.Current.Value);
        return ApiAnswer.Of(new LeaseList(
        [
            .. state.Containers.Where(container => LeaseHolder.Of(container) is not null).Select(container => container.Host).Distinct().Order(StringComparer.Ordinal)
                .Select(host => (Host: host, Board: LeaseBoard.Of(host, state, look, judged)))
                .Select(found => new LeaseHostResource(found.Host, [.. found.Board.Holding.Select(LeaseResource.Of)], [.. found.Board.Waiting.Select(LeaseResource.Of)], found.Board.Conflicts)),
        ]));
    }

    private static ApiAnswer Room(string id, DesiredStore desired, Live<ContainerState> live, TimeProvider time)
    {
        var container = desired.Current.FindContainer(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
        return ApiAnswer.Of(RoomResource.Of(LeaseBoard.VerdictFor(container, desired.Current, live.Current.Value, time.GetUtcNow())));
    }
}
