using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>
/// Reads how grave a line is from the shapes programs commonly write:
/// <para>level=warn, "severity":"ERROR", pino's "level":50</para>
/// <para>E1121 17:00:00.0 (klog)</para>
/// <para>[error], &lt;warn&gt;, |ERR|</para>
/// <para>2026-11-21 17:00:00,123 WARNING name, ERROR:root:</para>
/// <para>"GET / HTTP/1.1" 502 (access logs)</para>
/// <para>panic:, Traceback (most recent call last):, Unhandled exception</para>
/// </summary>
internal static partial class LogLevels
{
    /// <summary>What stands further behind is what the line is about, not what it is.</summary>
    private const int Reads = 240;

    public static LogLevel Of(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Reads));
        foreach (var match in Named().EnumerateMatches(start))
            return OfWord(start.Slice(match.Index, match.Length)[(start.Slice(match.Index, match.Length).LastIndexOfAny("=: \"") + 1)..]);
        if (Klog().IsMatch(start))
            return start[0] switch { 'I' => LogLevel.Information, 'W' => LogLevel.Warning, 'D' => LogLevel.Debug, _ => LogLevel.Error };
        foreach (var match in Bracketed().EnumerateMatches(start))
            return OfWord(start.Slice(match.Index + 1, match.Length - 2).Trim());
        foreach (var match in Shouted().EnumerateMatches(start[..Math.Min(start.Length, 100)]))
            return OfWord(start.Slice(match.Index, match.Length));
        foreach (var match in Status().EnumerateMatches(text))
            return text[match.Index + match.Length - 3] switch { '5' => LogLevel.Error, '4' => LogLevel.Warning, _ => LogLevel.Information };
        return Cry().IsMatch(start) ? LogLevel.Error : LogLevel.Unknown;
    }

    /// <summary>A word of any program; also the numbers of pino and bunyan.</summary>
    public static LogLevel OfWord(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length is 0 or > 12)
            return LogLevel.Unknown;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "trace" or "trc" or "verbose" or "vrb" or "debug" or "dbg" or "dbug" or "10" or "20" => LogLevel.Debug,
            "info" or "inf" or "information" or "notice" or "log" or "30" => LogLevel.Information,
            "warn" or "wrn" or "warning" or "40" => LogLevel.Warning,
            "error" or "err" or "eror" or "fail" or "severe" or "fatal" or "ftl" or "panic" or "critical" or "crit" or "alert" or "emerg" or "emergency" or "50" or "60" => LogLevel.Error,
            _ => LogLevel.Unknown,
        };
    }

    [GeneratedRegex("""(?:^|[\s,{"])(?:level|lvl|severity|levelname|loglevel)"?\s?[=:]\s?"?[A-Za-z0-9]{2,12}""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[IWEFD]\d{4} \d\d:\d\d:\d\d")]
    private static partial Regex Klog();

    [GeneratedRegex(@"[\[<(|]\s?(?:trace|trc|debug|dbg|info|inf|notice|warn|wrn|warning|error|err|fatal|ftl|crit|critical|alert|emerg|panic)\s{0,3}[\]>)|]", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![\w-])(?:TRACE|TRC|DEBUG|DBG|INFO|INF|NOTICE|WARN|WRN|WARNING|ERROR|ERR|FATAL|FTL|CRITICAL|PANIC|SEVERE)(?![\w-])|(?<![\w-])(?:trce|dbug|info|warn|fail|crit)(?=:)")]
    private static partial Regex Shouted();

    [GeneratedRegex("""HTTP/[123](?:\.\d)?" [1-5]\d\d""")]
    private static partial Regex Status();

    [GeneratedRegex(@"^(?:panic: |fatal error: |Traceback \(most recent call last\)|Unhandled [Ee]xception|Exception in thread|\w*Error: |error: )")]
    private static partial Regex Cry();
}
