using HomelabPortal.Apps.Favourites;
using HomelabPortal.Apps.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Apps;

internal static class AppExtensions
{
    /// <summary>Discovers the tiles of the start page on routes and containers, and keeps everybody's favourites.</summary>
    public static IServiceCollection AddApps(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<AppOptions>(services, configuration);
        services.AddSingleton(provider => new Live<AppState>(AppState.Unread, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AppSources>();
        services.AddSingleton<FavouriteBook>();
        services.AddHostedService<AppWatcher>();
        return services;
    }
}
