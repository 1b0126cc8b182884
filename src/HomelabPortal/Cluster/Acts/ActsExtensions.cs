using HomelabPortal.Cluster.Acts.Api;
using HomelabPortal.Cluster.Acts.Doing;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HomelabPortal.Cluster.Acts;

internal static class ActsExtensions
{
    /// <summary>What people and programs may do to the cluster by hand.</summary>
    public static void AddActs(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<ActJobsState>(ActJobsState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ActJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<ActJobs>());
        services.AddScoped<CircuitHandler, JobToasts>();
        services.AddSingleton<OutcomeWatch>();
        services.AddSingleton<WorkloadEffects>();
        services.AddSingleton<RollBackEffect>();
        services.AddSingleton<PodEffects>();
        services.AddSingleton<CronJobEffects>();
        services.AddSingleton<NodeEffects>();
        services.AddSingleton<ActEffects>();
        services.AddSingleton<ClusterActs>();
        services.AddSingleton<RevisionReader>();
        services.AddSingleton<ActRequests>();
        services.AddSingleton(provider => new Live<OwnRights>(OwnRights.Unknown, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<RightsReader>();
    }
}
