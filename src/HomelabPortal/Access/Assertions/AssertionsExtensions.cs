using HomelabPortal.Platform;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Access.Assertions;

internal static class AssertionsExtensions
{
    public static IServiceCollection AddAssertions(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        if (!faults.Read<CloudflareAccessOptions>(services, configuration).IsOn)
            return services;
        services.TryAddSingleton<KeySetFetcher>();
        services.AddSingleton(provider =>
        {
            var (fetcher, address) = (provider.GetRequiredService<KeySetFetcher>(), Options(provider).KeysAddress);
            return new KeySetCache(cancel => fetcher.FetchAsync(address, cancel), provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton(provider =>
        {
            var rules = new AssertionRules(Options(provider).Issuer, Options(provider).Audience ?? "");
            return ActivatorUtilities.CreateInstance<AccessGate>(provider, ActivatorUtilities.CreateInstance<AssertionCheck>(provider, rules));
        });
        return services;
    }

    /// <summary>First of all, before anything of the portal answers. Without a team there is no gate.</summary>
    public static void UseAccessGate(this WebApplication app)
    {
        if (app.Services.GetService<AccessGate>() is { } gate)
            app.Use(gate.InvokeAsync);
    }

    private static CloudflareAccessOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CloudflareAccessOptions>>().Value;
}
