using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns;

internal static class DnsExtensions
{
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.AddSingleton<IDesiredCompiler, DnsEntryCompiler>();
        services.AddSingleton<ITarget, DnsTarget>();
        return services;
    }
}
