using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Acts;
using HomelabPortal.Tunnels.Editing;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Planning;
using HomelabPortal.Tunnels.Reading;
using HomelabPortal.Tunnels.Writing;

namespace HomelabPortal.Tunnels;

internal static class TunnelExtensions
{
    public static IServiceCollection AddTunnels(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<TunnelOptions>(services, configuration);
        services.AddSingleton(provider => new Live<TunnelState>(TunnelState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TunnelAccount>();
        services.AddSingleton<TunnelDocumentHistory>();
        services.AddSingleton<InsistBook>();
        services.AddSingleton<ContentionWatch>();
        services.AddSingleton<TunnelTurns>();
        services.AddSingleton<TunnelActs>();
        services.AddSingleton<TunnelRestore>();
        services.AddSingleton<RuleAdoption>();
        services.AddSingleton<IDesiredCompiler, TunnelEntryCompiler>();
        services.AddSingleton<ITarget, TunnelTarget>();
        return services;
    }
}
