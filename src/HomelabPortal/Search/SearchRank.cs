namespace HomelabPortal.Search;

/// <summary>
/// Pure: how well a thing fits what was typed; the lower the better, null not at all.
/// <list type="table">
/// <item><term>0</term><description>the name is what was typed</description></item>
/// <item><term>1</term><description>the name begins with it</description></item>
/// <item><term>2</term><description>a word of the name begins with it</description></item>
/// <item><term>3</term><description>the name holds it</description></item>
/// <item><term>4</term><description>every word that was typed is found in kind, name or place</description></item>
/// </list>
/// </summary>
internal static class SearchRank
{
    private static readonly char[] _between = ['-', '.', '_', '/', ' ', ':'];

    public static int? Of(SearchHit hit, string text)
    {
        var at = hit.Name.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        if (at == 0)
            return hit.Name.Length == text.Length ? 0 : 1;
        if (at > 0)
            return _between.Contains(hit.Name[at - 1]) ? 2 : 3;
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Holds(hit, word)) ? 4 : null;
    }

    private static bool Holds(SearchHit hit, string word) =>
        hit.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || hit.Place.Contains(word, StringComparison.OrdinalIgnoreCase) || hit.Kind.Contains(word, StringComparison.OrdinalIgnoreCase);
}
