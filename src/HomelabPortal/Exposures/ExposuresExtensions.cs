using HomelabPortal.Exposures.Api;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

internal static class ExposuresExtensions
{
    public static IServiceCollection AddExposures(this IServiceCollection services)
    {
        services.AddSingleton<IDesiredCompiler, ExposureCompiler>();
        services.AddSingleton<ExposureCheck>();
        services.AddSingleton<ExposureJudge>();
        services.AddTransient<ExposeFlow>();
        services.AddHostedService<ExposedContainerWatch>();
        return services;
    }
}
