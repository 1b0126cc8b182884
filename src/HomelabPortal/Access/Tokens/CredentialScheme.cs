using HomelabPortal.Access.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace HomelabPortal.Access.Tokens;

/// <summary>Chooses by what a request brings: a token, else the session's cookie. Never first the one and then the other.</summary>
internal static class CredentialScheme
{
    public const string Name = "credential";

    public static AuthenticationBuilder AddTokens(this AuthenticationBuilder authentication)
    {
        authentication.Services.AddSingleton<TokenActs>();
        authentication.Services.AddSingleton<TokenUse>();
        return authentication
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null)
            .AddPolicyScheme(Name, null, options => options.ForwardDefaultSelector =
                context => BearerRequest.OffersToken(context.Request) ? BearerHandler.SchemeName : SessionCookie.Scheme);
    }
}
