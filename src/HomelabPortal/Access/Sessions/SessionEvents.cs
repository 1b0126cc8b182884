using HomelabPortal.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HomelabPortal.Access.Sessions;

/// <summary>Every request with a cookie asks whether its session is still there; programs get a status instead of a page.</summary>
internal sealed class SessionEvents(Live<AccessState> access, SessionSeen seen, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var state = access.Current.Value;
        if (context.Principal is { } principal
            && Actor.Of(principal).SessionId is { } id
            && state.FindSession(id, time.GetUtcNow()) is { } session
            && state.FindActiveAccount(session.AccountId) is { } account)
        {
            seen.Note(id);
            context.ReplacePrincipal(SessionCookie.PrincipalOf(session, account.Name, RequestOrigin.Of(context.HttpContext).Address));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SessionCookie.Scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsPage(context.Request))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>A browser that goes somewhere; everything else is a script or a program.</summary>
    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/_blazor") && !request.Path.StartsWithSegments("/_portal");
}
