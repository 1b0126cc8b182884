namespace HomelabPortal.Cluster.Health;

/// <summary>Spans, dates and counts as a sentence wants them.</summary>
internal static class Spoken
{
    /// <summary>One unit, written out: "20 minutes", "3 hours", "2 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 100 } => Count((long)Math.Max(span.TotalSeconds, 1), "second"),
        { TotalMinutes: < 100 } => Count((long)span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((long)span.TotalHours, "hour"),
        _ => Count((long)span.TotalDays, "day"),
    };

    public static string Count(long number, string one) => Count(number, one, one + "s");

    public static string Count(long number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    /// <summary>"bash, sh or ash".</summary>
    public static string Either(IReadOnlyList<string> words) => words.Count < 2 ? string.Join("", words) : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";

    public static string Date(DateTimeOffset date) => date.ToUniversalTime().ToString("d MMM yyyy");

    /// <summary>Ends with a full stop and never runs on for lines, as API messages may.</summary>
    public static string Sentence(string text, int longest = 240)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length == 0)
            return "";
        if (line.Length > longest)
            return line[..longest].TrimEnd() + "…";
        return line[^1] is '.' or '…' or '?' ? line : line + ".";
    }
}
