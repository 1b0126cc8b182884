using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access.Tokens;

/// <summary>What a person has chosen so far for a new token.</summary>
internal sealed class TokenForm
{
    public const int DefaultDays = 90;

    public string Name { get; set; } = "";

    public HashSet<string> Scopes { get; } = [Authority.Scopes.ReadLab];

    public string Days { get; set; } = $"{DefaultDays}";

    public void Choose(string scope, bool isChosen)
    {
        if (isChosen)
            Scopes.Add(scope);
        else
            Scopes.Remove(scope);
    }

    public TokenWish Read() => new(
        Name, [.. ScopeWords.All.Select(word => word.Scope).Where(Scopes.Contains)], int.TryParse(Days, out var days) ? TimeSpan.FromDays(days) : TimeSpan.Zero);
}
