using HomelabPortal.Access.Record;
using HomelabPortal.Gpu.Containers.Adopting;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Idle;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers;

internal static class ContainersExtensions
{
    public static IServiceCollection AddContainers(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<ContainerOptions>(services, configuration);
        services.AddSingleton(provider => new Live<ContainerState>(ContainerState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Live<PullState>(PullState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<LabConnections>().DockerHosts);
        services.AddSingleton<ContainerSecrets>();
        services.AddSingleton<ImagePulls>();
        services.AddSingleton<ContainerDesk>();
        services.AddSingleton<ContainerActs>();
        services.AddSingleton<LostGpuActs>();
        services.AddSingleton<CardReleases>();
        services.AddSingleton<VideoMemoryCare>();
        services.AddSingleton(provider => new ModelUnload(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = ModelUnload.Limit, MaxResponseContentBufferSize = ModelUnload.MaxAnswerBytes },
            provider.GetRequiredService<ILogger<ModelUnload>>()));
        services.AddSingleton<ContainerRemoval>();
        services.AddSingleton<Adoptions>();
        services.AddSingleton<IRecordMask, ContainerRecordMask>();
        services.AddSingleton<IDesiredCompiler, ContainerEntryCompiler>();
        services.AddSingleton<ITarget, ContainerTarget>();
        services.AddHostedService<ContainerNews>();
        services.AddSingleton(provider => new Live<UpdateState>(UpdateState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ImageWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ImageWatch>());
        services.AddHostedService<UpdateSchedule>();
        services.AddSingleton<UpdateActs>();
        services.AddHostedService<MemoryNews>();
        services.AddHostedService<IdleWatcher>();
        return services;
    }
}
