using HomelabPortal.Platform;

namespace HomelabPortal.Gpu;

internal static class GpuExtensions
{
    public static IServiceCollection AddDockerHosts(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<DockerState>(DockerState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<DockerWatcher>();
        return services;
    }
}
