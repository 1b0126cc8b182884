using HomelabPortal.Access.Accounts;

namespace HomelabPortal.Access.Providers;

/// <summary>What to call an account that a provider brings. A name that is taken belongs to somebody else, whoever says it.</summary>
internal static class ProviderNames
{
    private const int Longest = 24;

    /// <param name="taken">Normalized names of all accounts.</param>
    public static string Choose(ProviderPerson person, Provider provider, IReadOnlyCollection<string> taken)
    {
        var wanted = Plain(person.Name ?? "");
        return Candidates(wanted.Length == 0 ? provider.Slug : wanted, provider.Slug)
            .First(name => AccountName.FaultOf(name) is null && !taken.Contains(AccountName.Normalize(name)));
    }

    private static IEnumerable<string> Candidates(string first, string slug)
    {
        yield return first;
        yield return $"{first}-{slug}";
        for (var number = 2; ; number++)
            yield return $"{first}-{slug}-{number}";
    }

    /// <summary>Letters that look like others, or turn the writing around, would let one person look like another.</summary>
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'));
        return plain[..Math.Min(plain.Length, Longest)].Trim('-', '.', '_');
    }
}
