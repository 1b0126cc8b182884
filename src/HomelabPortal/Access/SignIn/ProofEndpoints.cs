using System.Text.Json;
using HomelabPortal.Access.Accounts.Passkeys;

namespace HomelabPortal.Access.SignIn;

/// <summary>
/// "Confirm who you are": after a success, acts that need a fresh proof are allowed to this session for five minutes.
/// <para>
/// <c>POST /_portal/proof/password</c>, JSON <c>{"password": "…"}</c>, header <c>RequestVerificationToken</c> with the <c>token</c>
/// of <c>GET /_portal/antiforgery</c>. 204 when it was right. 400 with problem details when it was not, whose <c>detail</c> is the sentence
/// to show at the field; 401 without a session.
/// </para>
/// <para>
/// <c>POST /_portal/proof/passkey/options</c> (no body) answers 200 with the options for <c>navigator.credentials.get</c> as JSON;
/// <c>POST /_portal/proof/passkey</c> takes the credential as JSON (<c>credential.toJSON()</c>) and answers as above.
/// In a page, <c>window.portalPasskeys.prove()</c> of passkeys.js does both, and returns null or the sentence to show.
/// </para>
/// </summary>
internal static class ProofEndpoints
{
    public static void MapProof(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/_portal/proof").AddEndpointFilter<AntiforgeryFilter>();
        group.MapPost("/password", PasswordAsync);
        group.MapPost("/passkey/options", PasskeyOptionsAsync);
        group.MapPost("/passkey", PasskeyAsync);
    }

    private static async Task<IResult> PasskeyOptionsAsync(HttpContext context, PasskeyDesk desk) =>
        await desk.ProofOptionsAsync(context) is { } options ? PasskeyEndpoints.Json(options) : Results.Unauthorized();

    private static async Task<IResult> PasskeyAsync(JsonElement credential, HttpContext context, PasskeyDesk desk, CancellationToken cancellationToken) =>
        PasskeyEndpoints.Told(await desk.ProveAsync(context, credential.GetRawText(), cancellationToken));

    private static async Task<IResult> PasswordAsync(ProofBody body, HttpContext context, SignInDesk desk, CancellationToken cancellationToken) =>
        PasskeyEndpoints.Told(await desk.ProveAsync(context, body.Password, cancellationToken));
}
