using System.Globalization;
using System.Text;

namespace HomelabPortal.Platform;

/// <summary>
/// Text from outside as a person may safely read it: what would be invisible, reorder its surroundings or command a terminal
/// is written out, so that a name is never taken for another.
/// </summary>
internal static class VisibleText
{
    /// <summary>Half a surrogate pair is no character at all.</summary>
    private const char Broken = '\ufffd';
    private const int ControlPictures = 0x2400;
    private const char DeletePicture = '\u2421';

    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') && IsOdd(text) ? Written(text) : text;

    /// <summary>The same for a line of a program's output, where tabs stay tabs.</summary>
    public static string OfLine(string text) =>
        text.Contains('\t', StringComparison.Ordinal) ? string.Join('\t', text.Split('\t').Select(Of)) : Of(text);

    private static bool IsOdd(string text) => text.EnumerateRunes().Any(rune => WrittenFor(rune) is not null || rune.Value == Broken);

    private static string Written(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(WrittenFor(rune) ?? rune.ToString());
        return result.ToString();
    }

    /// <summary>Null for a character that shows itself. Line breaks and tabs become a space: names and messages are one line here.</summary>
    private static string? WrittenFor(Rune rune) => (rune.Value, Rune.GetUnicodeCategory(rune)) switch
    {
        ('\t' or '\n' or '\r', _) => " ",
        (< ' ', _) => ((char)(ControlPictures + rune.Value)).ToString(),
        (0x7f, _) => DeletePicture.ToString(),
        // The joiner makes one emoji of several.
        (0x200d, _) => null,
        (_, UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) => $"⟨U+{rune.Value:X4}⟩",
        _ => null,
    };
}
