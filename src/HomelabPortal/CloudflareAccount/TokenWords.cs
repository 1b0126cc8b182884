using HomelabPortal.Cloudflare;

namespace HomelabPortal.CloudflareAccount;

/// <summary>Pure: what Cloudflare says of the token, in words.</summary>
internal static class TokenWords
{
    public static TokenState Of(TokenVerification token) => token.Status switch
    {
        "active" => new TokenState(TokenStanding.Active, token.ExpiresOn),
        "expired" => new TokenState(TokenStanding.Expired, token.ExpiresOn, "Cloudflare's API token has expired. Make a new one from the link, and set it as Cloudflare:ApiToken."),
        "disabled" => new TokenState(TokenStanding.Disabled, token.ExpiresOn, "Cloudflare's API token is switched off. Enable it in the dashboard, or make a new one from the link."),
        _ => TokenState.Unknown with { ExpiresOn = token.ExpiresOn },
    };
}
