using HomelabPortal.Access.Authority;
using HomelabPortal.Access.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// Sends people to a provider:
/// <c>GET /_portal/sign-in/{slug}?return=</c> to sign in, <c>GET /_portal/proof/provider?with={name}&amp;return=</c> to prove again who they are,
/// <c>POST /_portal/link/{slug}?return=</c> (form with the antiforgery token, fresh proof) to sign in that way too from now on.
/// </summary>
internal static class ProviderRoutes
{
    public static void MapProviders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ProviderPaths.SignIn, SignInAsync).AllowAnonymous();
        routes.MapGet(ProviderPaths.Proof, ProveAsync).RequireAuthorization();
        routes.MapPost(ProviderPaths.Link, LinkAsync).AddEndpointFilter<AntiforgeryFilter>().WithMetadata(new RequireActAttribute(Act.ChangeOwnSignIn));
    }

    private static Task<IResult> SignInAsync(string slug, [FromQuery(Name = "return")] string? back, ProviderBook book, ProviderSender sender, HttpContext context) =>
        sender.SendAsync(context, book.FindBySlug(slug), Purpose.SignIn, back);

    private static async Task<IResult> ProveAsync(string? with, [FromQuery(Name = "return")] string? back, ProviderBook book, ProviderSender sender, HttpContext context)
    {
        // A page of another site could else have a proof given behind the person's back, where the provider does not ask.
        if (context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
            return Results.Problem("Begin the proof on a page of the portal.", statusCode: StatusCodes.Status403Forbidden);
        return await sender.SendAsync(context, book.FindByName(with ?? ""), Purpose.Proof, back);
    }

    private static Task<IResult> LinkAsync(string slug, [FromQuery(Name = "return")] string? back, ProviderBook book, ProviderSender sender, HttpContext context) =>
        sender.SendAsync(context, book.FindBySlug(slug), Purpose.Link, back);
}
