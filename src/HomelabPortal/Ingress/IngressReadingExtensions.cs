using HomelabPortal.Cluster.Services;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;

namespace HomelabPortal.Ingress;

internal static class IngressReadingExtensions
{
    /// <summary>Reads the routes of the watched cluster and publishes <c>Live&lt;IngressState&gt;</c>.</summary>
    public static IServiceCollection AddIngressReading(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<IngressState>(IngressState.Connecting, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Live<ServiceRoutes>(ServiceRoutes.None, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<IngressWatcher>();
        return services;
    }
}
