using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster;

internal static class ClusterExtensions
{
    /// <summary>Watches the cluster of the registered <see cref="ClusterSource"/> and publishes <c>Live&lt;ClusterState&gt;</c>.</summary>
    public static IServiceCollection AddCluster(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<ClusterState>(ClusterState.Connecting, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ClusterWatcher>();
        return services;
    }
}
