using HomelabPortal.Logins.Policies;

namespace HomelabPortal.Logins.Api;

/// <summary>Who may pass the login. At least one of the first four lists names somebody.</summary>
/// <param name="EmailDomains">Everybody whose address ends with one of these.</param>
/// <param name="Groups">Ids of Access groups.</param>
/// <param name="ServiceTokens">Ids of service tokens, for programs.</param>
/// <param name="IdentityProviders">Ids of those that may be used; none for all of the account.</param>
/// <param name="SessionDuration">How long a login holds, such as 24h, which it is when left out.</param>
internal sealed record LoginPolicyWish(
    string? Name = null, IReadOnlyList<string>? Emails = null, IReadOnlyList<string>? EmailDomains = null, IReadOnlyList<string>? Groups = null,
    IReadOnlyList<string>? ServiceTokens = null, IReadOnlyList<string>? IdentityProviders = null, string? SessionDuration = null)
{
    /// <summary>The wish as answers to the form of the page, so that both are judged alike.</summary>
    public LoginPolicyForm ToForm() => new()
    {
        Name = Name ?? "",
        Emails = string.Join('\n', Emails ?? []),
        EmailDomains = string.Join('\n', EmailDomains ?? []),
        Groups = [.. Groups ?? []],
        ServiceTokens = [.. ServiceTokens ?? []],
        IdentityProviders = [.. IdentityProviders ?? []],
        Session = SessionDuration ?? "24h",
    };
}
