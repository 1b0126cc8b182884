using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Tokens;

/// <summary>Pure: what is wrong with a wish for a token, by field.</summary>
internal static class TokenChecks
{
    public const string NameField = "name";
    public const string ScopesField = "scopes";
    public const string LifetimeField = "lifetime";
    public const int MostTokens = 50;
    private const int MostName = 60;

    /// <summary>A token nobody remembers must end by itself.</summary>
    public static readonly TimeSpan MostLifetime = TimeSpan.FromDays(365);

    public static IReadOnlyDictionary<string, string> FaultsOf(TokenWish wish, Role role, IReadOnlyCollection<TokenInfo> holding)
    {
        var faults = new Dictionary<string, string>();
        if (FaultOfName(wish.Name, holding) is { } name)
            faults[NameField] = name;
        if (FaultOfScopes(wish.Scopes, role) is { } scopes)
            faults[ScopesField] = scopes;
        if (wish.Lifetime <= TimeSpan.Zero || wish.Lifetime > MostLifetime)
            faults[LifetimeField] = "A token lasts at most a year.";
        return faults;
    }

    private static string? FaultOfName(string name, IReadOnlyCollection<TokenInfo> holding)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "Say what the token is for, for example “ci”.";
        if (name.Length > MostName || name.Any(char.IsControl))
            return $"A name has at most {MostName} characters, on one line.";
        if (holding.Any(token => token.Name == name.Trim()))
            return $"You have a token “{name.Trim()}” already.";
        return holding.Count >= MostTokens ? $"You have {MostTokens} tokens. Revoke one you do not need." : null;
    }

    /// <summary>A scope that the role could never use is a mistake, told here rather than at the first refusal.</summary>
    private static string? FaultOfScopes(IReadOnlyCollection<string> scopes, Role role)
    {
        if (scopes.Count == 0)
            return "Choose at least one thing the token may do.";
        if (scopes.FirstOrDefault(scope => ScopeWords.Find(scope) is null) is { } odd)
            return $"There is no scope {odd}.";
        return scopes.Select(scope => ScopeWords.WhyNot(scope, role)).FirstOrDefault(why => why is not null);
    }
}
