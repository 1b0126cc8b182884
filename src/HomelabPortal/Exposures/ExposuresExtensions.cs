using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

internal static class ExposuresExtensions
{
    public static IServiceCollection AddExposures(this IServiceCollection services)
    {
        services.AddSingleton<IDesiredCompiler, ExposureCompiler>();
        services.AddTransient<ExposeFlow>();
        return services;
    }
}
