using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>
/// Writes one text so that every reader of YAML 1.1 and 1.2 gets the same text back:
/// what either of them would take for a number, a date, a truth or nothing is quoted.
/// </summary>
internal static partial class YamlScalar
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`=<~";

    /// <summary>On one line: plain where that is safe, else quoted.</summary>
    public static string Inline(string text) =>
        !text.EnumerateRunes().All(IsPrintable) ? Escaped(text)
        : text.Length == 0 || MeansSomethingElse().IsMatch(text) ? $"\"{text}\""
        : IsPlain(text) ? text
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>True when the text can stand as a block of lines.</summary>
    public static bool IsBlock(string text) =>
        text.Contains('\n') && text.AsSpan().TrimStart('\n') is [not '\t', ..] && text.EnumerateRunes().All(MayStandInBlock)
        && !text.Split('\n').Any(line => line.Length > 0 && string.IsNullOrWhiteSpace(line));

    /// <summary>The mark before a block: its indentation where the text begins with spaces, and what becomes of its last line breaks.</summary>
    public static string BlockMark(string text)
    {
        var indentation = text.AsSpan().TrimStart('\n').StartsWith(" ") ? "2" : "";
        var breaks = text.Length - text.AsSpan().TrimEnd('\n').Length;
        return $"|{indentation}{(breaks == 0 ? "-" : breaks == 1 ? "" : "+")}";
    }

    /// <summary>The lines of a block; the break after the last one is written by itself.</summary>
    public static IEnumerable<string> BlockLines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    /// <summary>A number as JSON has it, with the point that older readers want before an exponent.</summary>
    public static string Number(string json)
    {
        var exponent = json.IndexOfAny(['e', 'E']);
        if (exponent < 0)
            return json;
        var (digits, power) = (json[..exponent], json[(exponent + 1)..]);
        return $"{(digits.Contains('.') ? digits : digits + ".0")}e{(power[0] is '+' or '-' ? "" : "+")}{power}";
    }

    private static bool IsPlain(string text) =>
        (!Indicators.Contains(text[0]) || (text[0] == '-' && text.Length > 2 && (char.IsAsciiLetter(text[1]) || text[1] == '-' && char.IsAsciiLetter(text[2]))))
        && text[0] != ' ' && text[^1] is not (' ' or ':')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal);

    /// <summary>Seen as what it is: no breaks, tabs or odd spaces, nothing without a glyph or that turns the direction of writing.</summary>
    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse));

    /// <summary>A whole file is not put on one line for the sake of an odd space in it.</summary>
    private static bool MayStandInBlock(Rune rune) => rune.Value is '\n' or '\t' or 0xA0 or 0x200D || IsPrintable(rune);

    private static string Escaped(string text)
    {
        var written = new StringBuilder("\"", text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            written.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                _ when IsPrintable(rune) => rune.ToString(),
                > 0xFFFF => $"\\U{rune.Value:X8}",
                _ => $"\\u{rune.Value:X4}",
            });
        }

        return written.Append('"').ToString();
    }

    /// <summary>Null, truths, numbers of any base, with underscores or in sixties, dates, the merge key and the default value.</summary>
    [GeneratedRegex(
        @"^(~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(inf|nan)|[-+]?0x[0-9a-f_]+|[-+]?0o[0-7_]+|[-+]?0b[01_]+"
        + @"|[-+]?[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|[-+]?\.[0-9_]+(e[-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MeansSomethingElse();
}
