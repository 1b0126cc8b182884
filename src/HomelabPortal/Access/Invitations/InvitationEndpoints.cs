using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;

namespace HomelabPortal.Access.Invitations;

/// <summary>
/// Inviting without a circuit: <c>POST /_portal/invitations</c>, JSON <c>{"role": "Viewer", "name": null}</c>, antiforgery header,
/// answers 200 <c>{"link": "https://…"}</c>, or problem details with 400 or 403.
/// </summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/_portal/invitations", InviteAsync).AddEndpointFilter<AntiforgeryFilter>().WithMetadata(new RequireActAttribute(Act.ManageUsers));

    private static async Task<IResult> InviteAsync(
        InvitationBody body, HttpContext context, AccountActs acts, PortalAddress address, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(context.User, RequestOrigin.Of(context).Address);
        var made = await acts.InviteAsync(body.Role, body.Name, actor, cancellationToken);
        return made.Value is { } link
            ? Results.Ok(new { link = address.OriginOf(context.Request) + link.Path })
            : Results.Problem(made.Fault, statusCode: made.Refusal is null ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden);
    }
}
