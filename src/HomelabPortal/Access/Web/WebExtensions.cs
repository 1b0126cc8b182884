using HomelabPortal.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomelabPortal.Access.Web;

/// <summary>What guards the portal before it is known who asks, and around the pages' connections.</summary>
internal static class WebExtensions
{
    public static void AddWebGuards(this IServiceCollection services)
    {
        services.TryAddSingleton(new TrustedProxies([]));
        services.AddSingleton<ResponseHeaders>();
        services.AddSingleton<PublicScheme>();
        services.AddSingleton<SameOriginGuard>();
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<ConnectionGate>();
        services.AddHostedService<ConnectionWatcher>();
        // The first filter is the outermost; the framework's host filter is registered long before us.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, HeadersFirst>());
        services.Configure<KestrelServerOptions>(WebLimits.Configure);
        services.Configure<CircuitOptions>(WebLimits.Configure);
        services.AddOptions<ForwardedHeadersOptions>().Configure<TrustedProxies>(ForwardedRules.Configure);
        services.AddOptions<WebSocketOptions>().Configure<PortalAddress>((options, address) =>
        {
            if (address.Configured is { } own)
                options.AllowedOrigins.Add(own.GetLeftPart(UriPartial.Authority));
        });
        services.AddOptions<AntiforgeryOptions>().Configure<PortalAddress>((options, address) => Configure(options, address.IsSecure));
        services.PostConfigure<LoggerFilterOptions>(QuietFramework.Configure);
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<Live<AccessState>>(RequestLimits.Configure);
    }

    /// <summary>Before everything else: from where, and whether from the portal's own pages.</summary>
    public static void UseWebGuards(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TrustedProxies>().Networks.Length > 0)
            app.UseForwardedHeaders();
        app.Use(app.Services.GetRequiredService<PublicScheme>().InvokeAsync);
        app.Use(app.Services.GetRequiredService<SameOriginGuard>().InvokeAsync);
        app.UseWebSockets();
    }

    /// <summary>When it is known who asks: how often, and how many pages they hold open.</summary>
    public static void UseWebLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(app.Services.GetRequiredService<ConnectionGate>().InvokeAsync);
    }

    private static void Configure(AntiforgeryOptions options, bool secure)
    {
        options.Cookie.Name = secure ? "__Host-af" : "af";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        // The content policy says the same and more.
        options.SuppressXFrameOptionsHeader = true;
    }
}
