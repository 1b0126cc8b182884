using HomelabPortal.Dns.Editing;
using HomelabPortal.Dns.Pages.Editing;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Dns.Writing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns;

internal static class DnsExtensions
{
    public static IServiceCollection AddDns(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<DnsState>(DnsState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDesiredCompiler, DnsEntryCompiler>();
        services.AddSingleton<ITarget, DnsTarget>();
        services.AddSingleton<ZoneSnapshotBook>();
        services.AddSingleton<RecordActs>();
        services.AddSingleton<RestoreActs>();
        services.AddSingleton<ImportActs>();
        services.AddTransient<EntryFlow>();
        return services;
    }
}
