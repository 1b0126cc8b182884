using HomelabPortal.Desired;
using HomelabPortal.Desired.Sqlite;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Lab;

/// <summary>What must be in order before the first request: the database, then what the owner wants.</summary>
internal static partial class LabStart
{
    /// <exception cref="StartupException">The database cannot be used.</exception>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        var ids = services.GetRequiredService<DesiredIds>();
        var settings = services.GetRequiredService<LabSettings>();
        await services.GetRequiredService<DesiredStore>().LoadAsync(settings.FirstPolicy, ids.NewInstance, cancellationToken);
        await services.GetRequiredService<Journal>().MarkInterruptedAsync(cancellationToken);
        var directory = services.GetRequiredService<DataDirectory>().Path;
        Log.Ready(app.Logger, settings.Mode, directory, SystemSqlite.Version);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Lab mode {Mode}, data in {Directory}, SQLite {SqliteVersion}")]
        public static partial void Ready(ILogger logger, LabMode mode, string directory, string sqliteVersion);
    }
}
