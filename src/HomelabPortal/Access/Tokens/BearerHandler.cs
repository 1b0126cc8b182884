using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Access.Tokens;

/// <summary>Knows programs by the token in their Authorization header, and by nothing else.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, UrlEncoder encoder, AccessStore store, TokenUse use, TimeProvider time)
    // The framework's own lines at every refusal would let strangers flood the log.
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    public const string SchemeName = "bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (WhyNotRead() is { } fault)
            return AuthenticateResult.Fail(fault);
        var state = store.Current;
        if (Find(state, TokenText.HashOf(BearerRequest.TokenOf(Request) ?? "")) is not { } token)
            return AuthenticateResult.Fail("The token is not known here.");
        if (state.FindToken(token.Id, time.GetUtcNow()) is null)
            return AuthenticateResult.Fail("The token was revoked or has expired. Make a new one.");
        if (state.FindActiveAccount(token.AccountId) is not { } account)
            return AuthenticateResult.Fail("The account of this token was disabled.");
        var address = RequestOrigin.Of(Context).Address;
        await use.NoteAsync(token, address, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(token, account, address), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var fault = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message ?? "Send a token: Authorization: Bearer hlp_…";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"homelab-portal\", error=\"invalid_token\"";
        // For whoever writes the answer in the words of its format.
        Context.Features.Set(new AccessRefusal(AccessRefusalKind.SignedOut, fault));
    }

    private string? WhyNotRead()
    {
        if (BearerRequest.IsElsewhere(Request))
            return "A token in the address or in a cookie is never accepted, since logs and browsers keep those. Revoke it, and send a new one in the Authorization header.";
        if (!BearerRequest.IsForApi(Request))
            return "Tokens are for the API under /api.";
        if (BearerRequest.TokenOf(Request) is not { } text)
            return "The API takes one Authorization header, which reads “Bearer hlp_…”.";
        return TokenText.IsWellFormed(text) ? null : "This is no token of a portal: it is mistyped or cut off.";
    }

    /// <summary>Compares with every token in the same time, so that the time tells nothing about how near a guess came.</summary>
    private static TokenInfo? Find(AccessState state, string hash)
    {
        var wanted = Encoding.ASCII.GetBytes(hash);
        TokenInfo? found = null;
        foreach (var token in state.Tokens.Values)
        {
            if (CryptographicOperations.FixedTimeEquals(wanted, Encoding.ASCII.GetBytes(token.Hash)))
                found = token;
        }

        return found;
    }

    private static ClaimsPrincipal PrincipalOf(TokenInfo token, AccountInfo account, string address) =>
        new(new ClaimsIdentity(
            [
                new Claim(AccessClaims.Account, account.Id),
                new Claim(ClaimTypes.Name, account.Name),
                new Claim(AccessClaims.Token, token.Id),
                new Claim(AccessClaims.Address, address),
            ],
            SchemeName));
}
