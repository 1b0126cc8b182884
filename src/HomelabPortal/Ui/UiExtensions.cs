using HomelabPortal.Platform;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.Icons;
using HomelabPortal.Ui.Shell;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomelabPortal.Ui;

internal static class UiExtensions
{
    /// <summary>Pages, components and what they need. Whoever knows the lab publishes to <c>Live&lt;ShellState&gt;</c>.</summary>
    public static IServiceCollection AddPortalUi(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddPageCompression();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new Live<ShellState>(ShellState.Unknown, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AppIcons>();
        services.AddScoped<ToastQueue>();
        services.AddScoped<PortalScript>();
        return services;
    }

    /// <summary>Pages in place of bare faults and status codes; outermost, so that they cover everything inside.</summary>
    public static void UsePortalFaultPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(KeepBareStatus);
    }

    /// <summary>Scripts and programs get their status as it is; a page in its place asks for a sign-in or a form, and makes another status of it.</summary>
    private static Task KeepBareStatus(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isPage = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/_blazor") && !request.Path.StartsWithSegments("/_portal");
        if (!isPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }

    public static WebApplication MapPortalUi(this WebApplication app)
    {
        app.UsePageCompression();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/_portal/instance", () => PortalInstance.Id).AllowAnonymous();
        // For an open page that lost its connection: 401 says that its session has ended.
        app.MapGet("/_portal/session", () => Results.NoContent());
        app.MapRazorComponents<App>()
            // Said for every answer by who guards the portal, not by the framework for pages alone.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .Add(HubTransport.WebSocketsOnly);
        return app;
    }
}
