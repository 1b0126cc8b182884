using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

internal static class IngressTargetExtensions
{
    public static IServiceCollection AddIngressTarget(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<IngressOptions>(services, configuration);
        services.AddSingleton<ITarget, IngressTarget>();
        return services;
    }
}
