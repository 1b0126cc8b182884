using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Gpu.Work.Acting;
using HomelabPortal.Gpu.Work.Disk;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Gpu.Work.Inspecting;
using HomelabPortal.Gpu.Work.Logs;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Gpu.Work.Shell;
using HomelabPortal.Gpu.Work.Stats;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work;

internal static class WorkExtensions
{
    /// <summary>Working with any container of a Docker host, whoever keeps it.</summary>
    public static IServiceCollection AddContainerWork(this IServiceCollection services)
    {
        services.AddSingleton<KnownSecrets>();
        services.AddSingleton<ContainerReader>();
        services.AddSingleton<ContainerWork>();
        services.AddSingleton<ILogHouse, DockerLogs>();
        services.AddSingleton<DockerShells>();
        services.AddSingleton<StatsLooks>();
        services.AddSingleton<StatsReader>();
        services.AddHostedService<StatsRecorder>();
        services.AddSingleton<DiskReader>();
        services.AddSingleton<PruneWork>();
        services.AddSingleton(provider => new Live<HostTimeline>(HostTimeline.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<EventWatcher>();
        return services;
    }
}
