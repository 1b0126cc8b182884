using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Logs.Sending;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Cluster.Workloads;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Cluster.Logs.Api;

/// <summary>Logs as text: those of a pod, or of all pods of a workload in the order of time. Lines that begin with "# " are the portal's.</summary>
internal static class LogApi
{
    public static void MapLogApi(this RouteGroupBuilder api)
    {
        var logs = api.MapGroup("").WithTags("Lab");
        Describe(logs.MapGet("/pods/{namespace}/{name}/log", Task<IResult> (string @namespace, string name, [AsParameters] LogOptions options, HttpContext context, LogSession session, TimeProvider time) =>
            SendAsync(new LogRequest("Pod", @namespace, name), options, context, session, time)), "The log of a pod");
        Describe(logs.MapGet("/workloads/{kind}/{namespace}/{name}/log", Task<IResult> (string kind, string @namespace, string name, [AsParameters] LogOptions options, HttpContext context, LogSession session, TimeProvider time) =>
            SendAsync(new LogRequest(WorkloadKinds.Of(kind)?.Name ?? kind, @namespace, name), options, context, session, time)), "The logs of all pods of a workload");
    }

    public static void Describe(RouteHandlerBuilder endpoint, string summary) => endpoint
        .RequireAct(Act.ReadLogs).Produces<string>(StatusCodes.Status200OK, "text/plain")
        .Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable).WithSummary(summary);

    public static async Task<IResult> SendAsync(LogRequest request, LogOptions options, HttpContext context, LogSession session, TimeProvider time)
    {
        var faults = LogQuery.TryRead(context.Request.Query, time.GetUtcNow(), ref request);
        if (faults.Count > 0)
            throw new ProblemException(Problem.Invalid(faults));
        var text = new LogText(request, options.Timestamps == "true", hasNames: request.IsOfMany, context.Response);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (await session.RunAsync(context, request, happenings => text.SendAsync(happenings, context.RequestAborted)) is not { } refusal)
            return Results.Empty;
        throw new ProblemException(Problem.Of(refusal.Status) with { Detail = refusal.Why });
    }
}
