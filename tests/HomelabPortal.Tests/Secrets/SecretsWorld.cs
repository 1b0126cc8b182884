using HomelabPortal.Secrets;
using HomelabPortal.Secrets.KeyRing;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Tests.Desired;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Tests.Secrets;

/// <summary>One start of what encrypts, on a data directory that outlives it.</summary>
internal sealed class SecretsWorld : IDisposable
{
    private readonly DataDirectory _directory;
    private readonly PortalDatabase _database;
    private readonly ServiceProvider _services;

    private SecretsWorld(string folder, string? keyFile, IInterceptor[] interceptors)
    {
        _directory = DataDirectory.Open(folder);
        try
        {
            _database = new PortalDatabase(folder, interceptors);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton(_directory);
            services.AddSingleton<IDbContextFactory<PortalDbContext>>(_database);
            services.AddSingleton(_database.Writer);
            services.AddSecrets(new SecretsOptions { MasterKeyFile = keyFile }, _directory);
            _services = services.BuildServiceProvider();
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
    }

    public Vault Vault => _services.GetRequiredService<Vault>();

    public DataKeys Keys => _services.GetRequiredService<DataKeys>();

    public MasterKeys Master => _services.GetRequiredService<MasterKeys>();

    public PortalDatabase Database => _database;

    public KeyRotation Rotation => _services.GetRequiredService<KeyRotation>();

    public IDataProtector Cookies => _services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    public static async Task<SecretsWorld> StartAsync(string folder, string? keyFile = null, params IInterceptor[] interceptors)
    {
        var world = new SecretsWorld(folder, keyFile, interceptors);
        try
        {
            await using (var context = world._database.CreateDbContext())
                await context.Database.MigrateAsync();
            await world.Keys.LoadAsync(CancellationToken.None);
            world._services.GetRequiredService<KeyRingFolder>().Prepare();
            return world;
        }
        catch
        {
            world.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Writer.Dispose();
        _directory.Dispose();
    }
}
