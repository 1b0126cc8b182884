using HomelabPortal.Cluster.Acts.Jobs;
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
    }
}
