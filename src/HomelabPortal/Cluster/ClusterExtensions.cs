using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Drain;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Cluster.Logs;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomelabPortal.Cluster;

internal static class ClusterExtensions
{
    /// <summary>Watches the connected cluster and publishes <c>Live&lt;ClusterState&gt;</c>.</summary>
    public static IServiceCollection AddCluster(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => Source(provider.GetRequiredService<LabConnections>()));
        services.AddSingleton(provider => new Live<ClusterState>(ClusterState.Connecting, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UsageTrails>();
        services.AddSingleton<IReadiness, ClusterReadiness>();
        services.AddHostedService<ClusterWatcher>();
        services.AddActs();
        services.AddDrain();
        services.AddObjects();
        services.AddShells();
        services.AddLogs();
        return services;
    }

    private static ClusterSource Source(LabConnections lab) => new(lab.Kubernetes, lab.KubernetesHelp);
}
