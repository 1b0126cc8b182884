namespace HomelabPortal.Exposures;

internal static class ExposuresExtensions
{
    public static IServiceCollection AddExposures(this IServiceCollection services)
    {
        services.AddTransient<ExposeFlow>();
        return services;
    }
}
