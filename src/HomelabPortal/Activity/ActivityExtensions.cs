using HomelabPortal.Platform;

namespace HomelabPortal.Activity;

internal static class ActivityExtensions
{
    public static IServiceCollection AddActivity(this IServiceCollection services)
    {
        services.AddSingleton<ActivityReader>();
        services.AddSingleton(provider => new Live<ActivityState>(ActivityState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ActivityWatcher>();
        return services;
    }
}
