using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames;

internal static class HostnameExtensions
{
    /// <summary>Draws the three-way table from the published states, and tries URLs on it.</summary>
    public static IServiceCollection AddHostnames(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<HostnameState>(HostnameState.Unread, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HostnameSources>();
        services.AddSingleton<UrlTrials>();
        services.AddHostedService<HostnameWatcher>();
        return services;
    }
}
