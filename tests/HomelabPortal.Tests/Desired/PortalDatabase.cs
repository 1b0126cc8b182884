using HomelabPortal.Storage;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HomelabPortal.Tests.Desired;

/// <summary>A real SQLite file in a folder of its own, opened as the portal opens it.</summary>
internal sealed class PortalDatabase : IDbContextFactory<PortalDbContext>, IDisposable
{
    private readonly DbContextOptions<PortalDbContext> _options;

    public PortalDatabase(string? folder = null, params IInterceptor[] interceptors)
    {
        SystemSqlite.Use();
        Folder = folder ?? Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
        _options = new DbContextOptionsBuilder<PortalDbContext>()
            .UseSqlite($"Data Source={File};Pooling=False")
            .AddInterceptors([new SqlitePragmas(), .. interceptors])
            .Options;
        Writer = new DatabaseWriter(this);
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "portal.db");

    public DatabaseWriter Writer { get; }

    public PortalDbContext CreateDbContext() => new(_options);

    /// <summary>Opens (and on the first time creates) the database and its store, as a start of the portal does.</summary>
    public async Task<DesiredStore> StartAsync(Signal? signal = null, ChangePolicy policy = ChangePolicy.Sync)
    {
        await using (var context = CreateDbContext())
            await context.Database.MigrateAsync();
        var live = new Live<DesiredState>(new DesiredState(), TimeProvider.System);
        var store = new DesiredStore(this, Writer, live, signal ?? new Signal(), TimeProvider.System);
        await store.LoadAsync(policy, () => "testtest", CancellationToken.None);
        return store;
    }

    public void Dispose()
    {
        Writer.Dispose();
        SqliteConnection.ClearAllPools();
        for (var tries = 0; Directory.Exists(Folder); tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (tries < 50)
            {
                // A page that was left reads on for a moment, and SQLite lays its own files beside the database.
                Thread.Sleep(20);
            }
        }
    }
}
