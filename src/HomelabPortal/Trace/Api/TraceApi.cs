using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Trace.Api;

internal static class TraceApi
{
    public static void MapTraceApi(this RouteGroupBuilder api)
    {
        var traces = api.MapGroup("/trace").WithTags("Trace");
        traces.MapGet("/{hostname}", Get).RequireAct(Act.SeeLab).Produces<TraceResource>().Fails(400)
            .WithSummary("Follow a request for a hostname to its end, station by station; nothing is sent").WithDescription("Ways that run beside each other are judged each for itself. What a source cannot tell now is unknown, with the source's age, and never healthy.");
        traces.MapPost("/{hostname}/probe", ProbeAsync).RequireAct(Act.ProbeNames).Produces<TraceProbingResource>().Fails(422)
            .WithSummary("Really try the stations on the way to a hostname").WithDescription("Only hostnames and addresses that the lab's own states name are tried, within three seconds, each from a vantage that is named; a bad answer is a good result of the probe.");
    }

    private static async Task<ApiAnswer> ProbeAsync(string hostname, HttpContext http, TraceProbeActs acts)
    {
        var (outcome, result) = await acts.ProbeAsync(hostname.TrimEnd('.').ToLowerInvariant(), Actor.Of(http.User), http.RequestAborted);
        return result is not null ? ApiAnswer.Of(TraceProbingResource.Of(result)) : throw new ProblemException(outcome.Refusal is { } refusal
            ? Problem.Of(refusal)
            : new Problem(Problem.PlanRefused, "It was not probed.", StatusCodes.Status422UnprocessableEntity, outcome.Fault));
    }

    private static ApiAnswer Get(string hostname, TraceDesk desk) => Hostname.TryParse(hostname, out var host, out var fault)
        ? ApiAnswer.Of(TraceResource.Of(desk.Make(host.Value)))
        : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest) with { Detail = fault });
}
