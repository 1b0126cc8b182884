namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Reads the bearer token and decides whether it may make this call.</summary>
internal static class Authorizer
{
    public static CloudflareToken Identify(CloudflareState state, string? header, bool isVerify)
    {
        if (string.IsNullOrWhiteSpace(header)) throw CloudflareErrors.MissingHeader();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || header[7..].Trim() is not { Length: > 0 } value || value.Any(char.IsWhiteSpace))
            throw CloudflareErrors.MalformedHeader();
        return state.Tokens.FirstOrDefault(token => token.Value == value)
            ?? throw (isVerify ? CloudflareErrors.InvalidTokenOnVerify() : CloudflareErrors.InvalidToken());
    }

    public static void Require(CloudflareToken token, CloudflareScopes needed, DateTimeOffset now)
    {
        if (token.StatusAt(now) is not "active" || token.NotBefore > now) throw CloudflareErrors.InvalidToken();
        if (token.IsForOtherAddresses) throw CloudflareErrors.WrongAddress();
        if (!token.Has(needed)) throw CloudflareErrors.MissingScope();
    }
}
