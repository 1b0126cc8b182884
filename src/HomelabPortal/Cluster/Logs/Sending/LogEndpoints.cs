using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Logs.Viewing;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>What js/logs.js reads, and the file to download.</summary>
internal static class LogEndpoints
{
    public const string Stream = "/_portal/logs/stream";
    public const string Download = "/_portal/logs/download";

    public static void MapLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Stream, StreamAsync).WithMetadata(new RequireActAttribute(Act.ReadLogs));
        routes.MapGet(Download, DownloadAsync).WithMetadata(new RequireActAttribute(Act.ReadLogs));
    }

    private static Task<IResult> StreamAsync(HttpContext context, LogSession session, TimeProvider time) => RunAsync(context, time, async request =>
    {
        var json = new LogJson(context.Response);
        context.Response.ContentType = "application/x-ndjson";
        // A proxy that gathers an answer before it sends it would hold the log back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Response.Headers.CacheControl = "no-store";
        return await session.RunAsync(context, request, happenings => json.SendAsync(happenings, context.RequestAborted));
    });

    private static Task<IResult> DownloadAsync(HttpContext context, LogSession session, TimeProvider time) => RunAsync(context, time, async request =>
    {
        request = request with { Follow = false };
        var text = new LogText(request, context.Request.Query["timestamps"] == "true", hasNames: request.IsOfMany, context.Response);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(request, time.GetUtcNow())}\"";
        context.Response.Headers.CacheControl = "no-store";
        var refusal = await session.RunAsync(context, request, happenings => text.SendAsync(happenings, context.RequestAborted));
        if (refusal is not null)
            context.Response.Headers.Remove("Content-Disposition");
        return refusal;
    });

    private static async Task<IResult> RunAsync(HttpContext context, TimeProvider time, Func<LogRequest, Task<LogRefusal?>> send)
    {
        var query = context.Request.Query;
        var request = new LogRequest(query["kind"].ToString(), query["namespace"].ToString(), query["name"].ToString());
        var faults = LogQuery.TryRead(query, time.GetUtcNow(), ref request);
        if (faults.Count > 0)
            return Results.Problem(string.Join(' ', faults.Values), statusCode: StatusCodes.Status400BadRequest);
        var refusal = await send(request);
        return refusal is null ? Results.Empty : Results.Problem(refusal.Why, statusCode: refusal.Status);
    }

    /// <summary>Names of objects hold nothing that a header or a file system would mind.</summary>
    private static string FileName(LogRequest request, DateTimeOffset now) =>
        $"{request.Namespace}-{request.Name}{(request.Container is { } container ? $"-{container}" : "")}{(request.Previous ? "-previous" : "")}-{now:yyyyMMdd-HHmmss}.log"
            .Replace('"', '_').Replace('/', '_');
}
