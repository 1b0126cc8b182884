using System.Text;
using System.Text.RegularExpressions;

namespace HomelabPortal.Ingress.Rules;

/// <summary>
/// A pattern over hostnames: a regular expression, or in Traefik 2 a name with placeholders such as <c>{app:[a-z]+}.example.org</c>.
/// Matching takes linear time whatever the pattern; one that cannot be compiled here matches nobody knows what.
/// </summary>
internal sealed partial class HostPattern
{
    /// <summary>Longer than any pattern a person writes.</summary>
    private const int Longest = 512;

    private readonly Regex? _regex;

    private HostPattern(Regex? regex) => _regex = regex;

    public static HostPattern Of(string pattern) => new(Compile(HasPlaceholder(pattern) ? Expression(pattern) : pattern));

    /// <summary>True for the syntax of Traefik 2; a count such as {2,3} is no placeholder.</summary>
    public static bool HasPlaceholder(string text) => text.Length <= Longest && Placeholder().IsMatch(text);

    /// <summary>Null when it cannot be told.</summary>
    public bool? Matches(string host) => _regex?.IsMatch(host);

    private static Regex? Compile(string expression)
    {
        if (expression.Length > Longest)
            return null;
        try
        {
            return new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // Go writes some expressions otherwise; nothing is claimed about them.
            return null;
        }
    }

    private static string Expression(string template)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < template.Length;)
        {
            var end = template[at] == '{' ? ClosingBrace(template, at) : -1;
            if (end < 0)
            {
                expression.Append(Regex.Escape(template[at].ToString()));
                at++;
                continue;
            }

            var parts = template[(at + 1)..end].Split(':', 2);
            expression.Append("(?:").Append(parts.Length == 2 ? parts[1] : "[^.]+").Append(')');
            at = end + 1;
        }

        return expression.Append('$').ToString();
    }

    /// <summary>Braces may stand in the placeholder's own expression, as in {year:[0-9]{4}}.</summary>
    private static int ClosingBrace(string template, int open)
    {
        var depth = 0;
        for (var at = open; at < template.Length; at++)
        {
            depth += template[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at;
        }

        return -1;
    }

    [GeneratedRegex(@"\{[A-Za-z_][A-Za-z0-9_-]*(?::[^{}]|\})", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
