using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Gpu.Work.Acting;
using HomelabPortal.Gpu.Work.Inspecting;
using HomelabPortal.Gpu.Work.Logs;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Gpu.Work.Shell;

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
        return services;
    }
}
