using HomelabPortal.Platform;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomelabPortal.Cluster.Shell;

internal static class ShellExtensions
{
    /// <summary>Reads the settings of shells.</summary>
    public static void AddShellOptions(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults) =>
        faults.Read<ShellOptions>(services, configuration);

    public static void AddShells(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<OpenShells>();
        services.AddSingleton<ShellPermission>();
        services.AddSingleton<ShellStarter>();
        services.AddSingleton<ShellWatch>();
        services.AddSingleton<ShellRun>();
        services.AddSingleton<ShellDesk>();
    }
}
