using HomelabPortal.Storage;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

internal static class DesiredExtensions
{
    public static IServiceCollection AddDesired(this IServiceCollection services, DataDirectory directory)
    {
        SystemSqlite.Use();
        services.AddSingleton(directory);
        services.AddDbContextFactory<PortalDbContext>(options => options
            .UseSqlite($"Data Source={directory.DatabaseFile}")
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(provider => new Live<DesiredState>(new DesiredState(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DesiredStore>();
        services.AddSingleton<DesiredIds>();
        return services;
    }
}
