using HomelabPortal.Platform;

namespace HomelabPortal.Access.Backups;

internal static class BackupsExtensions
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<BackupState>(BackupState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<BackupActs>();
        services.AddHostedService<BackupWorker>();
    }
}
