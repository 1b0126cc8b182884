using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Trace.Api;

internal static class TraceApi
{
    public static void MapTraceApi(this RouteGroupBuilder api)
    {
        var traces = api.MapGroup("/trace").WithTags("Trace");
        traces.MapGet("/{hostname}", Get).RequireAct(Act.SeeLab).Produces<TraceResource>().Fails(400)
            .WithSummary("Follow a request for a hostname to its end, station by station; nothing is sent").WithDescription("Ways that run beside each other are judged each for itself. What a source cannot tell now is unknown, with the source's age, and never healthy.");
    }

    private static ApiAnswer Get(string hostname, TraceDesk desk) => Hostname.TryParse(hostname, out var host, out var fault)
        ? ApiAnswer.Of(TraceResource.Of(desk.Make(host.Value)))
        : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = fault });
}
