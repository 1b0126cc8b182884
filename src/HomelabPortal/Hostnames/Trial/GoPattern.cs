using System.Text.RegularExpressions;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>
/// A regular expression as Go reads it, matched in linear time. Go's language differs from .NET's in corners;
/// an expression with such a corner is not read at all, since a wrong answer would be worse than none.
/// </summary>
internal sealed class GoPattern
{
    /// <summary>Longer than any pattern a person writes.</summary>
    private const int Longest = 1000;
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(200);

    private readonly Regex? _regex;

    private GoPattern(Regex? regex) => _regex = regex;

    public bool IsReadable => _regex is not null;

    public static GoPattern Of(string pattern)
    {
        if (pattern.Length > Longest || GoSyntax.Translate(pattern) is not { } expression)
            return new GoPattern(null);
        try
        {
            return new GoPattern(new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, _limit));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // Go would refuse it as well, or it needs what linear time cannot give.
            return new GoPattern(null);
        }
    }

    /// <summary>Anywhere in the text, as Go's MatchString does.</summary>
    public MatchOutcome Matches(string text)
    {
        try
        {
            return _regex is null ? MatchOutcome.Depends : _regex.IsMatch(text) ? MatchOutcome.Yes : MatchOutcome.No;
        }
        catch (RegexMatchTimeoutException)
        {
            return MatchOutcome.Depends;
        }
    }
}
