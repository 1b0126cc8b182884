using HomelabPortal.Storage;
using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Secrets;

namespace HomelabPortal.Lab;

/// <summary>What must be in order before the first request: the database, then what the owner wants.</summary>
internal static class LabStart
{
    /// <exception cref="StartupException">The database cannot be used.</exception>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await app.PrepareSecretsAsync(cancellationToken);
        var ids = services.GetRequiredService<DesiredIds>();
        var settings = services.GetRequiredService<LabSettings>();
        await services.GetRequiredService<DesiredStore>().LoadAsync(settings.FirstPolicy, ids.NewInstance, cancellationToken);
        await services.GetRequiredService<AccessStore>().LoadAsync(cancellationToken);
        await services.GetRequiredService<Journal>().MarkInterruptedAsync(cancellationToken);
        var directory = services.GetRequiredService<DataDirectory>().Path;
        LabLog.Ready(app.Logger, settings.Mode, directory, SystemSqlite.Version);
    }
}
