using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access.Record;

internal static class AuditExportEndpoint
{
    public static void MapAuditExport(this IEndpointRouteBuilder app) =>
        app.MapGet("/audit/export", AnswerAsync).RequireAuthorization(RequireActAttribute.PolicyOf(Act.SeeAudit));

    /// <summary>The whole audit, or the days from and to, as a file. That it was taken is on record too.</summary>
    internal static async Task<IResult> AnswerAsync(
        HttpContext http, AuditExport export, AuditLog audit, TimeProvider time, string? from, string? to, string? format, CancellationToken cancellationToken)
    {
        var (request, fault) = AuditExportRequest.Read(from, to, format);
        if (request is null)
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest, title: "The export was not understood");
        var extension = request.IsCsv ? "csv" : "jsonl";
        await audit.RecordAsync("Export the audit", Actor.Of(http.User), $"as {extension}", cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => export.WriteAsync(request, stream, http.RequestAborted), request.ContentType, $"audit-{time.GetUtcNow():yyyyMMdd-HHmmss}.{extension}");
    }
}
