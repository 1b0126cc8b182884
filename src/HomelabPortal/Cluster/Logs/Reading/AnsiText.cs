using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>
/// A line as a terminal would show it, without a terminal: colours are kept, every other command is dropped whole,
/// and what would be invisible or turn its surroundings round is written out.
/// </summary>
internal static class AnsiText
{
    private const char Escape = '\e';
    private static readonly SearchValues<char> _codeText = SearchValues.Create("0123456789;:");

    public static StyledText Parse(string line)
    {
        line = LastPass(line);
        if (!line.AsSpan().ContainsAny(Escape, '\u009b', '\u009d'))
            return new(VisibleText.OfLine(line), []);
        var text = new StringBuilder(line.Length);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var style = default(AnsiStyle);
        for (var at = 0; at < line.Length;)
        {
            var next = line.AsSpan(at).IndexOfAny(Escape, '\u009b', '\u009d');
            var end = next < 0 ? line.Length : at + next;
            if (end > at)
                Add(text, spans, line[at..end], style);
            at = end < line.Length ? Skip(line, end, ref style) : end;
        }

        return new(text.ToString(), spans.ToImmutable());
    }

    /// <summary>Progress bars write a line over itself; what stands there last is what one sees.</summary>
    private static string LastPass(string line)
    {
        var end = line.TrimEnd('\r');
        return end[(end.LastIndexOf('\r') + 1)..];
    }

    private static void Add(StringBuilder text, ImmutableArray<TextSpan>.Builder spans, string part, AnsiStyle style)
    {
        var visible = VisibleText.OfLine(part);
        if (style != default)
            spans.Add(new TextSpan(text.Length, visible.Length, style.Classes));
        text.Append(visible);
    }

    /// <returns>Where the sequence that begins here ends.</returns>
    private static int Skip(string line, int at, ref AnsiStyle style)
    {
        var isShort = line[at] != Escape;
        var kind = isShort ? (line[at] == '\u009b' ? '[' : ']') : at + 1 < line.Length ? line[at + 1] : '\0';
        var body = at + (isShort ? 1 : 2);
        return kind switch
        {
            '[' => SkipControl(line, body, ref style),
            // Titles, links and other strings, up to the bell or the string terminator.
            ']' or 'P' or 'X' or '^' or '_' => SkipString(line, body),
            '(' or ')' or '*' or '+' or '#' or '%' or ' ' => Math.Min(line.Length, body + 1),
            _ => Math.Min(line.Length, body),
        };
    }

    private static int SkipControl(string line, int body, ref AnsiStyle style)
    {
        var end = body;
        while (end < line.Length && line[end] is >= ' ' and <= '?')
            end++;
        if (end >= line.Length)
            return line.Length;
        if (line[end] == 'm' && end - body <= 64 && !line.AsSpan(body, end - body).ContainsAnyExcept(_codeText))
            style = style.With(Codes(line.AsSpan(body, end - body)));
        // A sequence that breaks off is dropped up to what broke it.
        return line[end] is >= '@' and <= '~' ? end + 1 : end;
    }

    private static int SkipString(string line, int body)
    {
        var end = line.AsSpan(body).IndexOfAny('\a', Escape, '\u009c');
        if (end < 0)
            return line.Length;
        var isTwo = line[body + end] == Escape && body + end + 1 < line.Length && line[body + end + 1] == '\\';
        return line[body + end] == Escape && !isTwo ? body + end : body + end + (isTwo ? 2 : 1);
    }

    private static int[] Codes(ReadOnlySpan<char> text)
    {
        var codes = new List<int>();
        foreach (var range in text.SplitAny(';', ':'))
            codes.Add(int.TryParse(text[range], out var code) ? code : 0);
        return [.. codes];
    }
}
