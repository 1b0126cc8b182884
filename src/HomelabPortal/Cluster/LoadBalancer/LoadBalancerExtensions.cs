using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

internal static class LoadBalancerExtensions
{
    /// <summary>Watches the API address and publishes <c>Live&lt;ApiAddressState&gt;</c>.</summary>
    public static IServiceCollection AddLoadBalancer(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        faults.Read<LoadBalancerOptions>(services, configuration);
        services.AddSingleton(provider => new Live<ApiAddressState>(ApiAddressState.Unknown, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AddressProbe>();
        services.AddHostedService<ApiAddressWatcher>();
        return services;
    }
}
