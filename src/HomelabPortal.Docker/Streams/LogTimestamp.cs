using System.Globalization;

namespace HomelabPortal.Docker;

/// <summary>Times as logs write them: RFC 3339 with nine decimals, two more than .NET reads.</summary>
internal static class LogTimestamp
{
    private const int MaxDecimals = 7;

    /// <summary>Takes the time off the front of a line; a line without one stays whole.</summary>
    public static (DateTimeOffset? Timestamp, string Text) Split(string line)
    {
        var space = line.IndexOf(' ');
        var head = space < 0 ? line : line[..space];
        return Parse(head) is { } timestamp ? (timestamp, space < 0 ? "" : line[(space + 1)..]) : (null, line);
    }

    /// <summary>Unix seconds with decimals, as <c>since</c> and <c>until</c> want them.</summary>
    public static string ToQuery(DateTimeOffset time)
    {
        var ticks = (time - DateTimeOffset.UnixEpoch).Ticks;
        return FromNanoseconds(ticks * TimeSpan.NanosecondsPerTick);
    }

    /// <summary>Unix seconds with nine decimals.</summary>
    public static string FromNanoseconds(long nanoseconds)
    {
        var (seconds, rest) = Math.DivRem(Math.Max(0, nanoseconds), 1_000_000_000);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}.{rest:D9}");
    }

    private static DateTimeOffset? Parse(string text)
    {
        var point = text.IndexOf('.');
        if (point >= 0)
        {
            var end = point + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            var kept = Math.Min(end, point + 1 + MaxDecimals);
            text = string.Concat(text.AsSpan(0, kept), text.AsSpan(end));
        }
        return DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }
}
