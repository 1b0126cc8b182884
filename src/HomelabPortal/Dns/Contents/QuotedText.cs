using System.Globalization;
using System.Text;

namespace HomelabPortal.Dns.Contents;

/// <summary>Pure: strings as zone files and the API quote them; a long text is several pieces that mean one.</summary>
internal static class QuotedText
{
    private const int MostBytes = 255;

    /// <summary>What the quoted pieces say together; null unless the whole text is made of such pieces.</summary>
    public static string? Unquote(string text)
    {
        var said = new StringBuilder();
        var at = 0;
        var pieces = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (text[at] != '"' || ReadPiece(text, at + 1, said) is not { } end)
                return null;
            at = end;
            pieces++;
        }

        return pieces == 0 ? null : said.ToString();
    }

    /// <summary>One quoted piece, however long.</summary>
    public static string Quote(string said) => $"\"{said.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>As many quoted pieces as the protocol needs: each holds at most 255 bytes.</summary>
    public static string QuoteInPieces(string said)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var bytes = 0;
        foreach (var rune in said.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                pieces.Add(Quote(piece.ToString()));
                piece.Clear();
                bytes = 0;
            }

            piece.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        pieces.Add(Quote(piece.ToString()));
        return string.Join(' ', pieces);
    }

    /// <summary>Reads up to the closing quote and answers where it goes on; null when there is none.</summary>
    private static int? ReadPiece(string text, int from, StringBuilder said)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '"')
                return at + 1;
            if (text[at] != '\\')
            {
                said.Append(text[at]);
                continue;
            }

            if (at + 1 >= text.Length)
                return null;
            if (at + 3 < text.Length && int.TryParse(text.AsSpan(at + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 32 and < 127)
            {
                said.Append((char)code);
                at += 3;
            }
            else
            {
                said.Append(text[++at]);
            }
        }

        return null;
    }
}
