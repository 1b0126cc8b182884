using HomelabPortal.Access.Sessions;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication;

namespace HomelabPortal.Access.Providers;

/// <summary>How the framework's handler is set for a provider.</summary>
internal static class ProviderScheme
{
    /// <summary>The framework wants endpoints before the provider has been asked; this one leads nowhere.</summary>
    private const string NotKnownYet = "https://not-known-yet.invalid/";

    public static void Configure(OAuthOptions options, Provider provider, bool secure)
    {
        options.ClientId = provider.ClientId;
        options.ClientSecret = "kept elsewhere";
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (NotKnownYet, NotKnownYet);
        options.CallbackPath = provider.CallbackPath;
        options.SignInScheme = SessionCookie.Scheme;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.RemoteAuthenticationTimeout = ErrandBook.Holds;
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        options.CorrelationCookie.Name = secure ? "__Host-sign-in." : "sign-in.";
        options.CorrelationCookie.Path = "/";
        options.CorrelationCookie.HttpOnly = true;
        // Lax and not Strict: the answer comes from the provider's site.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.Events.OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<ProviderDoor>().OpenAsync(context);
        options.Events.OnRemoteFailure = context => context.HttpContext.RequestServices.GetRequiredService<ProviderDoor>().CloseAsync(context, provider);
        options.Events.OnAccessDenied = context => context.HttpContext.RequestServices.GetRequiredService<ProviderDoor>().DeclineAsync(context, provider);
    }
}
