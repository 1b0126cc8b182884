namespace HomelabPortal.CloudflareAccount.Api;

/// <summary>The API token, never the secret.</summary>
/// <param name="Problem">What is the matter and what to do; null while it can be used.</param>
internal sealed record TokenResource(TokenStanding Standing, DateTimeOffset? ExpiresOn, string? Problem)
{
    public static TokenResource Of(TokenState token) => new(token.Standing, token.ExpiresOn, token.Problem);
}
