using System.Text.Json;
using HomelabPortal.Access.SignIn;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>
/// What passkeys.js posts to. Each pair gives out options (200, JSON for <c>navigator.credentials</c>) and takes the credential as JSON
/// (<c>credential.toJSON()</c>): 204 when it was right, else problem details whose <c>detail</c> is the sentence to show, with 400, or 403 when a proof or role is missing.
/// Every POST carries the antiforgery token in the header RequestVerificationToken.
/// <para><c>GET /_portal/passkeys/sign-in/options</c>, <c>/_portal/passkeys/sign-in</c>: anonymous.</para>
/// <para><c>/_portal/passkeys/add/options</c>, <c>/_portal/passkeys/add?label=…</c>: needs a proof of the last five minutes. In a page: <c>portalPasskeys.add(label)</c>.</para>
/// </summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/_portal/passkeys").AddEndpointFilter<AntiforgeryFilter>();
        // A page asks for it before anybody tries anything, so it is no try: a GET, which the limit on tries does not count.
        routes.MapGet("/_portal/passkeys/sign-in/options", async (HttpContext context, PasskeyDesk desk) => Json(await desk.SignInOptionsAsync(context))).AllowAnonymous();
        group.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        group.MapPost("/add/options", AddOptionsAsync);
        group.MapPost("/add", AddAsync);
    }

    public static IResult Json(string options) => Results.Content(options, "application/json");

    public static IResult Told(string? fault) => fault is null ? Results.NoContent() : Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);

    private static async Task<IResult> SignInAsync(JsonElement credential, HttpContext context, PasskeyDesk desk, CancellationToken cancellationToken) =>
        Told(await desk.SignInAsync(context, credential.GetRawText(), cancellationToken));

    private static async Task<IResult> AddOptionsAsync(HttpContext context, PasskeyDesk desk, CancellationToken cancellationToken)
    {
        var made = await desk.AddOptionsAsync(context, cancellationToken);
        return made.Value is { } options ? Json(options) : Failed(made.Outcome);
    }

    private static async Task<IResult> AddAsync(JsonElement credential, string? label, HttpContext context, PasskeyDesk desk, CancellationToken cancellationToken)
    {
        var outcome = await desk.AddAsync(context, credential.GetRawText(), label ?? "", cancellationToken);
        return outcome.Succeeded ? Results.NoContent() : Failed(outcome);
    }

    private static IResult Failed(ActionOutcome outcome) =>
        Results.Problem(outcome.Fault, statusCode: outcome.Refusal is null ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden);
}
