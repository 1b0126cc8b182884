using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Objects.Api;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Events.Api;

internal static class EventsApi
{
    private const int MostItems = 500;

    public static void MapEventsApi(this RouteGroupBuilder api) =>
        api.MapGet("/events", GetAsync).RequireAct(Act.SeeLab).Produces<Listing<EventResource>>()
            .Fails(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status502BadGateway, StatusCodes.Status503ServiceUnavailable)
            .WithTags("Lab").WithSummary("The newest 500 events of the cluster: warnings, or with type=normal or all also the others, narrowed by the object's namespace, kind and name");

    private static async Task<ApiAnswer> GetAsync(
        string? type, [FromQuery(Name = "namespace")] string? ns, string? kind, string? name, Live<ClusterState> live, EventReader reader, CancellationToken cancellationToken)
    {
        if (type is not (null or EventChoice.Warnings or EventChoice.Normal or EventChoice.All))
            throw new ProblemException(Problem.Invalid("type", "type is warning, normal or all."));
        var (current, choice) = (live.Current, EventChoice.Of(type, ns, kind));
        if (!current.Value.IsConnected)
            return ApiAnswer.Of(Listing<EventResource>.NotConnected(current.Value.Help));
        var read = choice.Type == EventChoice.Warnings ? [] : (await reader.ReadAsync(EventScope.All, cancellationToken)).OrProblem().Events;
        var lines = choice.From(current.Value.Warnings.All, read).Where(line => string.IsNullOrEmpty(name) || line.Name == name);
        return ApiAnswer.Of(Listing<EventResource>.Of(current.Value.Warnings.Status.Freshness(current), lines.Take(MostItems).Select(EventResource.Of)));
    }
}
