using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Data.Sqlite;

namespace HomelabPortal.Storage;

/// <summary>Brings the database forward, with a copy beside it first; refuses one that a newer portal wrote.</summary>
internal sealed class DatabaseMigrator(IDbContextFactory<PortalDbContext> contexts, DataDirectory directory, TimeProvider time)
{
    /// <exception cref="StartupException">The file is damaged, unreadable or from a newer version; nothing was changed.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await RefuseNewerAsync(context, cancellationToken);
            var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
            if (!pending.Any())
                return;
            if (File.Exists(directory.DatabaseFile) && (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
                await BackUpAsync(context, cancellationToken);
            await ReleaseAbandonedLockAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        catch (SqliteException fault)
        {
            throw new StartupException(
                $"The database {directory.DatabaseFile} cannot be used: {fault.Message} Put back a copy from {BackupFolder}, or move the file away to begin anew.");
        }
    }

    private string BackupFolder => Path.Combine(directory.Path, "backups");

    private async Task RefuseNewerAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations();
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(known).FirstOrDefault();
        if (unknown is not null)
        {
            throw new StartupException(
                $"The database {directory.DatabaseFile} was written by a newer portal (it has the migration {unknown}). Start that version, or put back a copy from {BackupFolder}.");
        }
    }

    /// <summary>
    /// A portal that was killed while migrating leaves EF Core's lock row behind, and every later start would wait for it forever.
    /// The data directory is ours alone at this point, so nobody else can be holding it.
    /// </summary>
    private static async Task ReleaseAbandonedLockAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        const string LockTable = "SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await context.Database.SqlQueryRaw<int>(LockTable).SingleAsync(cancellationToken) > 0)
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
    }

    private async Task BackUpAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(BackupFolder);
        var copy = Path.Combine(BackupFolder, $"portal-{time.GetUtcNow():yyyyMMdd-HHmmss}.db");
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellationToken);
    }
}
