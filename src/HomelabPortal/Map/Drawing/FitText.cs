namespace HomelabPortal.Map.Drawing;

/// <summary>Cuts names to the room there is, by what letters are wide on average: an SVG does not cut them itself.</summary>
internal static class FitText
{
    private const double LetterWidth = 7.8;
    private const double HeavyLetterWidth = 8;
    private const char Dots = '…';

    public static int LettersIn(int width) => Math.Max(2, (int)(width / LetterWidth));

    /// <summary>Of a title, which is set heavier.</summary>
    public static int HeavyLettersIn(int width) => Math.Max(2, (int)(width / HeavyLetterWidth));

    /// <summary>Keeps beginning and end, where names of one family differ.</summary>
    public static string Middle(string text, int letters)
    {
        if (text.Length <= letters)
            return text;
        var tail = Math.Min(letters / 3, 6);
        return text[..Whole(text, letters - tail - 1)] + Dots + text[After(text, text.Length - tail)..];
    }

    /// <summary>A hostname's own part, and as much of its domain as fits.</summary>
    public static (string Text, string Tail) Hostname(string host, int letters)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        var (own, domain) = dot > 0 && host.IndexOf('.', dot + 1) > 0 ? (host[..dot], host[dot..]) : (host, "");
        var room = letters - own.Length;
        return domain.Length <= room ? (own, domain) : room >= 4 ? (own, domain[..(room - 1)] + Dots) : (Middle(own, letters), "");
    }

    /// <summary>Half of a letter that takes two places is no text at all.</summary>
    private static int Whole(string text, int end) => end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

    private static int After(string text, int start) => start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start;
}
