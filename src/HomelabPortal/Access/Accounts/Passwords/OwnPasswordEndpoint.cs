using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;

namespace HomelabPortal.Access.Accounts.Passwords;

/// <summary>
/// Sets one's own password without the page's live connection: <c>POST /_portal/account/password</c>, JSON <c>{"password": "…"}</c>, antiforgery header.
/// 204 when it is set; 400 with problem details when the password will not do, 403 when the person must first prove who they are.
/// </summary>
internal static class OwnPasswordEndpoint
{
    public static void MapOwnPassword(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/_portal/account/password", SetAsync).AddEndpointFilter<AntiforgeryFilter>();

    private static async Task<IResult> SetAsync(ProofBody body, HttpContext context, OwnAccountActs acts, CancellationToken cancellationToken)
    {
        var outcome = await acts.SetPasswordAsync(body.Password ?? "", Actor.Of(context.User, RequestOrigin.Of(context).Address), cancellationToken);
        return outcome.Succeeded
            ? Results.NoContent()
            : Results.Problem(outcome.Fault, statusCode: outcome.Refusal is null ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden);
    }
}
