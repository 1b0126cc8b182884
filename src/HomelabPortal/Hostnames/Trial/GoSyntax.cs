using System.Text;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>
/// Pure: says an expression of Go's in .NET's language.
/// <code>
/// \d \w \s and their opposites   ASCII classes, as Go means them
/// (?P&lt;name&gt;…)                    (?&lt;name&gt;…)
/// $ without (?m)                 the very end, without a last line break
/// [[:alpha:]], \pL, \Q…\E, \x{…}, (?U), look-around, subtraction   not read
/// </code>
/// </summary>
internal static class GoSyntax
{
    /// <summary>Null when the two languages may mean different things by it.</summary>
    public static string? Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            var (letter, next) = (pattern[at], at + 1 < pattern.Length ? pattern[at + 1] : '\0');
            if (letter == '\\')
            {
                if (Escape(next, inClass) is not { } escaped)
                    return null;
                text.Append(escaped);
                at++;
            }
            else if (inClass)
            {
                // A bracket within a class is a POSIX name to Go and a subtraction to .NET.
                if (letter == '[')
                    return null;
                inClass = letter != ']';
                text.Append(letter);
            }
            else if (letter == '[')
            {
                inClass = true;
                at = OpenClass(pattern, at, text);
            }
            else if (letter == '(' && next == '?')
            {
                if (OpenGroup(pattern, at, text) is not { } last)
                    return null;
                at = last;
            }
            else
                text.Append(letter == '$' ? @"\z" : letter);
        }

        return inClass ? null : text.ToString();
    }

    private static string? Escape(char letter, bool inClass) => (letter, inClass) switch
    {
        ('d', true) => "0-9",
        ('w', true) => "0-9A-Za-z_",
        ('s', true) => @"\t\n\f\r ",
        ('d', _) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', _) => "[0-9A-Za-z_]",
        ('W', false) => "[^0-9A-Za-z_]",
        ('s', _) => @"[\t\n\f\r ]",
        ('S', false) => @"[^\t\n\f\r ]",
        ('A' or 'z' or 'b' or 'B', false) => $@"\{letter}",
        ('a' or 'f' or 't' or 'n' or 'r' or 'v', _) => $@"\{letter}",
        ('\0', _) => null,
        _ => char.IsAsciiLetterOrDigit(letter) ? null : $@"\{letter}",
    };

    /// <summary>A closing bracket that comes first stands for itself.</summary>
    private static int OpenClass(string pattern, int at, StringBuilder text)
    {
        text.Append('[');
        if (at + 1 < pattern.Length && pattern[at + 1] == '^')
        {
            text.Append('^');
            at++;
        }

        if (at + 1 >= pattern.Length || pattern[at + 1] != ']')
            return at;
        text.Append(@"\]");
        return at + 1;
    }

    /// <returns>The last place that was read; null for a group that Go does not have or that changes what $ means.</returns>
    private static int? OpenGroup(string pattern, int at, StringBuilder text)
    {
        foreach (var (go, net) in new[] { ("(?:", "(?:"), ("(?i)", "(?i)"), ("(?i:", "(?i:"), ("(?s)", "(?s)"), ("(?s:", "(?s:"), ("(?P<", "(?<") })
        {
            if (string.CompareOrdinal(pattern, at, go, 0, go.Length) != 0)
                continue;
            text.Append(net);
            return at + go.Length - 1;
        }

        var isNamed = at + 3 < pattern.Length && pattern[at + 2] == '<' && pattern[at + 3] is not ('=' or '!');
        if (!isNamed)
            return null;
        text.Append("(?<");
        return at + 2;
    }
}
