using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HomelabPortal.Access.Sessions;

/// <summary>The cookie of a session. It names the session and nothing else of weight.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";

    /// <summary>The prefix makes browsers refuse it from sibling hosts and over plain HTTP; on loopback there is no TLS to ask for.</summary>
    public static string Name(bool secure) => secure ? "__Host-portal" : "portal";

    public static void Configure(CookieAuthenticationOptions options, bool secure)
    {
        options.Cookie.Name = Name(secure);
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        // Lax and not Strict: the answer of a provider comes from another site.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionBook.MostAge;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "return";
        options.AccessDeniedPath = "/not-allowed";
        options.EventsType = typeof(SessionEvents);
    }

    /// <summary>Gives the browser the cookie of <paramref name="session"/> and lets the rest of this request know who it is.</summary>
    public static async Task SignInAsync(this HttpContext context, SessionInfo session, string name)
    {
        context.User = PrincipalOf(session, name, RequestOrigin.Of(context).Address);
        await context.SignInAsync(Scheme, context.User, new AuthenticationProperties { IssuedUtc = session.CreatedAt, ExpiresUtc = session.ExpiresAt, IsPersistent = true });
    }

    public static ClaimsPrincipal PrincipalOf(SessionInfo session, string name, string address) =>
        new(new ClaimsIdentity(
            [
                new Claim(AccessClaims.Account, session.AccountId),
                new Claim(ClaimTypes.Name, name),
                new Claim(AccessClaims.Session, session.Id),
                new Claim(AccessClaims.Address, address),
            ],
            Scheme));
}
