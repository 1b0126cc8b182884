namespace HomelabPortal.Overview;

internal static class OverviewExtensions
{
    public static IServiceCollection AddOverview(this IServiceCollection services)
    {
        services.AddHostedService<ShellWatcher>();
        return services;
    }
}
