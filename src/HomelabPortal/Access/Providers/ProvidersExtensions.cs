using HomelabPortal.Access.Assertions;
using HomelabPortal.Access.SignIn;
using HomelabPortal.Access.Web;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomelabPortal.Access.Providers;

internal static class ProvidersExtensions
{
    public static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults)
    {
        var options = faults.Read<ProvidersOptions>(services, configuration);
        var providers = options.Faults().Any() ? [] : options.Providers.Select(provider => provider.Build()).ToList();
        services.AddSingleton(new ProviderBook([.. providers]));
        services.AddSingleton<ErrandBook>();
        services.AddSingleton<ProviderClient>();
        services.AddSingleton<ProviderDirectory>();
        services.AddSingleton<ProviderSender>();
        services.AddSingleton<ProviderAccounts>();
        services.AddSingleton<SessionTokens>();
        services.TryAddSingleton<KeySetFetcher>();
        services.AddSingleton<ProofCheck>();
        services.AddSingleton<ProviderDoor>();
        services.AddSingleton<GroupReader>();
        if (providers.Count > 0)
            services.AddHostedService<GroupWatcher>();
        // Of every stranger at the sign-in page it would tell, and at Trace the state and cookie too.
        services.AddLogging(logging => logging.AddFilter(typeof(ProviderHandler).FullName, LogLevel.Warning));
        foreach (var provider in providers)
            services.AddProvider(provider);
        return services;
    }

    private static void AddProvider(this IServiceCollection services, Provider provider)
    {
        services.AddAuthentication().AddOAuth<OAuthOptions, ProviderHandler>(provider.Scheme, provider.Name, _ => { });
        services.AddOptions<OAuthOptions>(provider.Scheme).Configure<PortalAddress>((options, address) => ProviderScheme.Configure(options, provider, address.IsSecure));
        services.AddSingleton(new SignInProvider(provider.Name, ProviderPaths.SignInWith(provider)));
        services.AddSingleton(new FormTarget(new Uri(provider.Issuer).GetLeftPart(UriPartial.Authority)));
    }
}
