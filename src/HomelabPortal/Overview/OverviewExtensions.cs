using HomelabPortal.Overview.Problems;
using HomelabPortal.Overview.Status;
using HomelabPortal.Platform;

namespace HomelabPortal.Overview;

internal static class OverviewExtensions
{
    public static IServiceCollection AddOverview(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<OverviewState>(OverviewState.Unknown, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LabSources>();
        services.AddSingleton<StatusPictures>();
        services.AddHostedService<OverviewWatcher>();
        services.AddHostedService<ShellWatcher>();
        return services;
    }
}
