using HomelabPortal.Commands;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Trace;

internal static class TraceExtensions
{
    /// <summary>Follows requests for hostnames through the published states of the other rooms.</summary>
    public static IServiceCollection AddTrace(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<TraceState>(TraceState.Unread, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TraceSources>();
        services.AddSingleton<TraceDesk>();
        services.AddSingleton<PassedBook>();
        services.AddHostedService<TraceWatcher>();
        services.AddSingleton(provider => new Live<TraceProbeState>(TraceProbeState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IProbeNetwork, PodNetwork>();
        services.AddSingleton<NameProbe>();
        services.AddSingleton<PlaceProbe>();
        services.AddSingleton<TraceProbe>();
        services.AddSingleton<TraceProbeActs>();
        services.AddSingleton<ICommand, TraceHost>();
        return services;
    }
}
