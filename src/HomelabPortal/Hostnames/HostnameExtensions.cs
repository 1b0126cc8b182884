using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Hostnames.Trial;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames;

internal static class HostnameExtensions
{
    /// <summary>Draws the three-way table from the published states, tries URLs on it, and asks names from outside.</summary>
    public static IServiceCollection AddHostnames(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<HostnameOptions>(services, configuration);
        services.AddSingleton(provider => new Live<HostnameState>(HostnameState.Unread, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HostnameSources>();
        services.AddSingleton<UrlTrials>();
        services.AddSingleton(provider => new Live<ProbeState>(ProbeState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EdgeHandlers>();
        services.AddSingleton<EdgeResolver>();
        services.AddSingleton<EdgeClient>();
        services.AddSingleton<EdgeProbe>();
        services.AddSingleton<ProbeActs>();
        services.AddHostedService<ProofWorker>();
        services.AddHostedService<HostnameWatcher>();
        return services;
    }
}
