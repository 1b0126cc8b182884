using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures;

internal static class ExposureExtensions
{
    /// <summary>What exposures mean; needs the options of ingress and tunnels.</summary>
    public static IServiceCollection AddExposureCompiler(this IServiceCollection services) =>
        services.AddSingleton<IDesiredCompiler, ExposureCompiler>();
}
