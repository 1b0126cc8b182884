using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access.Backups;

internal static class BackupEndpoint
{
    public static void MapBackups(this IEndpointRouteBuilder app) =>
        app.MapGet("/backups/{name}", AnswerAsync).RequireAuthorization(RequireActAttribute.PolicyOf(Act.BackUp));

    /// <summary>One copy as a file: for an admin who has just proved who they are. No key is in it or beside it.</summary>
    private static async Task<IResult> AnswerAsync(string name, HttpContext http, BackupFolder folder, AuditLog audit, CancellationToken cancellationToken)
    {
        if (folder.FindPath(name) is not { } path)
            return Results.NotFound();
        await audit.RecordAsync($"Download the backup {name}", Actor.Of(http.User), "sent", cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, "application/vnd.sqlite3", name);
    }
}
