using HomelabPortal.Access.Accounts.Passkeys;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace HomelabPortal.Access.SignIn;

/// <summary>What the pages of signing in and out post to. Every POST carries the antiforgery token: as a form field, or as the header RequestVerificationToken.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        // Only scripts of this origin can read the answer, so the token stays what it is for.
        routes.MapGet("/_portal/antiforgery", (HttpContext context, IAntiforgery antiforgery) => new { token = antiforgery.GetAndStoreTokens(context).RequestToken }).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
        routes.MapProof();
        routes.MapOwnPassword();
        routes.MapPasskeys();
        routes.MapInvitations();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionBook sessions, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(context.User, RequestOrigin.Of(context).Address);
        if (actor.SessionId is { } id)
            await sessions.EndAsync(row => row.Id == id, "Sign out", actor, cancellationToken);
        await context.SignOutAsync(SessionCookie.Scheme);
        return Results.LocalRedirect("/sign-in?signed-out=1");
    }
}
