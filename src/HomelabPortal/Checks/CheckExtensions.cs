using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using HomelabPortal.Checks.Running;
using HomelabPortal.Platform;

namespace HomelabPortal.Checks;

internal static class CheckExtensions
{
    /// <summary>Asks what is wanted and what follows from the names of the lab, keeps what came of it, and tells people.</summary>
    public static IServiceCollection AddChecks(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<CheckOptions>(services, configuration);
        services.AddSingleton(provider => new Live<ChecksState>(ChecksState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CheckNetwork>();
        services.AddSingleton<HttpAsker>();
        services.AddSingleton<TcpAsker>();
        services.AddSingleton<TlsAsker>();
        services.AddSingleton<DnsAsker>();
        services.AddSingleton<EchoSockets>();
        services.AddSingleton<PingAsker>();
        services.AddSingleton<Asker>();
        services.AddSingleton<DerivedAsker>();
        services.AddSingleton<CheckList>();
        services.AddSingleton<PendingTallies>();
        services.AddSingleton<CheckBoard>();
        services.AddSingleton<CheckBook>();
        services.AddSingleton<CheckPruner>();
        services.AddSingleton<CheckKeeper>();
        services.AddSingleton<NotifySignal>();
        services.AddSingleton<CheckRunner>();
        services.AddSingleton<CheckActs>();
        services.AddHostedService<CheckWorker>();
        services.AddHostedService<KeepWorker>();
        return services;
    }
}
