using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>Which lines are wanted. Patterns run in time linear to the line, so none can keep the portal busy.</summary>
internal sealed class LogFilter
{
    public const int Longest = 500;
    private readonly string _text;
    private readonly Regex? _pattern;

    private LogFilter(string text, Regex? pattern) => (_text, _pattern) = (text, pattern);

    public static LogFilter None { get; } = new("", null);

    public bool IsNone => _text.Length == 0;

    /// <summary>Without regard to case, like the viewer.</summary>
    public bool Matches(string line) => IsNone || (_pattern?.IsMatch(line) ?? line.Contains(_text, StringComparison.OrdinalIgnoreCase));

    /// <returns>What is wrong with it, in words; null when it is right.</returns>
    public static string? TryParse(string? text, bool isPattern, out LogFilter filter)
    {
        filter = None;
        if (string.IsNullOrEmpty(text))
            return null;
        if (text.Length > Longest)
            return $"At most {Longest} characters.";
        try
        {
            var pattern = isPattern ? new Regex(text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250)) : null;
            filter = new LogFilter(text, pattern);
            return null;
        }
        catch (RegexParseException fault)
        {
            return $"Not a pattern: {Words(fault)} at position {fault.Offset}.";
        }
        catch (NotSupportedException)
        {
            return "Look-around, back references and the like are not supported here, nor are patterns that expand too far.";
        }
    }

    private static string Words(RegexParseException fault) => fault.Error switch
    {
        RegexParseError.InsufficientClosingParentheses => "a ( is not closed",
        RegexParseError.InsufficientOpeningParentheses => "a ) was never opened",
        RegexParseError.UnterminatedBracket => "a [ is not closed",
        RegexParseError.QuantifierAfterNothing => "there is nothing to repeat",
        RegexParseError.UnescapedEndingBackslash => "it ends with a backslash",
        RegexParseError.ReversedCharacterRange or RegexParseError.ReversedQuantifierRange => "a range runs backwards",
        _ => "it cannot be read",
    };
}
