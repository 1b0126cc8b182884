using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>Gives tokens for a code, once, to who can show the verifier; and new ones for a refresh token, once.</summary>
internal static class TokenCalls
{
    private static readonly TimeSpan _refreshLifetime = TimeSpan.FromDays(30);

    public static JsonObject Answer(IdentityState state, string issuer, IFormCollection form, string? authorization)
    {
        if (!IsOurClient(state.Client, form, authorization))
            throw new IdentityFault(StatusCodes.Status401Unauthorized, "invalid_client", "The client's secret does not fit.");
        var grant = form["grant_type"].ToString() switch
        {
            "authorization_code" => OfCode(state, form),
            "refresh_token" => OfRefresh(state, form),
            _ => throw new IdentityFault(StatusCodes.Status400BadRequest, "unsupported_grant_type", "Only authorization_code and refresh_token are offered."),
        };
        return Tokens(state, issuer, grant);
    }

    private static IdentityGrant OfCode(IdentityState state, IFormCollection form)
    {
        // Taken out first: a code is spent by the first try, also by a bad one.
        if (!state.Codes.Remove(form["code"].ToString(), out var grant) || state.Now >= grant.ExpiresAt)
            throw IdentityFault.InvalidGrant("The code is unknown, spent or has expired.");
        if (form["redirect_uri"] != grant.RedirectUri) throw IdentityFault.InvalidGrant("The redirect_uri is another than before.");
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        return challenge == grant.Challenge ? grant : throw IdentityFault.InvalidGrant("The code_verifier does not fit.");
    }

    private static IdentityGrant OfRefresh(IdentityState state, IFormCollection form) =>
        state.RefreshTokens.Remove(form["refresh_token"].ToString(), out var grant) && state.Now < grant.ExpiresAt && state.Find(grant.Subject) is { IsSuspended: false }
            ? grant
            : throw IdentityFault.InvalidGrant("The refresh token is unknown, spent or has expired.");

    private static JsonObject Tokens(IdentityState state, string issuer, IdentityGrant grant)
    {
        var (access, refresh) = (IdentityState.NewToken("sim-access-"), IdentityState.NewToken("sim-refresh-"));
        state.AccessTokens[access] = grant with { ExpiresAt = state.Now + state.AccessTokenLifetime };
        state.RefreshTokens[refresh] = grant with { ExpiresAt = state.Now + _refreshLifetime };
        var answer = new JsonObject
        {
            ["access_token"] = access,
            ["token_type"] = "bearer",
            ["expires_in"] = (int)state.AccessTokenLifetime.TotalSeconds,
            ["refresh_token"] = refresh,
        };
        if (grant.Scopes.Contains("openid")) answer["id_token"] = state.Sign(IdentityOf(state, issuer, grant));
        return answer;
    }

    private static JsonObject IdentityOf(IdentityState state, string issuer, IdentityGrant grant)
    {
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = state.Client.Id,
            ["sub"] = grant.Subject,
            ["iat"] = state.Now.ToUnixTimeSeconds(),
            ["exp"] = state.Now.Add(state.AccessTokenLifetime).ToUnixTimeSeconds(),
            ["auth_time"] = grant.SignedInAt.ToUnixTimeSeconds(),
        };
        if (grant.Nonce is { } nonce) claims["nonce"] = nonce;
        return claims;
    }

    private static bool IsOurClient(IdentityClient client, IFormCollection form, string? authorization) =>
        authorization is null
            ? form["client_id"] == client.Id && form["client_secret"] == client.Secret
            : authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}"));
}
