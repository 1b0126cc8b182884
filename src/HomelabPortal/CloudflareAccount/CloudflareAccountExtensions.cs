using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount;

internal static class CloudflareAccountExtensions
{
    public static IServiceCollection AddCloudflareAccount(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<AccountState>(AccountState.Unknown, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WhyNotCloudflare>();
        services.AddHostedService<AccountWatcher>();
        return services;
    }
}
