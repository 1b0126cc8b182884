using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Mail;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Checks.Notifying.Sending;
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
        services.AddSingleton<CheckHistories>();
        services.AddHostedService<CheckWorker>();
        services.AddHostedService<KeepWorker>();
        return services.AddNotifications();
    }

    private static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<OutboxState>(OutboxState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new MailTrust(null));
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<OpenAddresses>();
        services.AddSingleton<PostSender>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<Notifier>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<OutboxBook>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<ChannelActs>();
        services.AddHostedService<NotifyWorker>();
        return services;
    }
}
