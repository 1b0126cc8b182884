using System.Globalization;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Sending;

/// <summary>The options of a log in an address; the same for the page's viewer, its download and the API.</summary>
internal static class LogQuery
{
    public const long MostTail = 100_000;
    private const int MostResumed = 100;

    /// <summary>Adds the options to what is read.</summary>
    /// <returns>What is wrong, by option; empty when nothing is.</returns>
    public static IReadOnlyDictionary<string, string> TryRead(IQueryCollection query, DateTimeOffset now, ref LogRequest request)
    {
        var faults = new Dictionary<string, string>();
        if (LogFilter.TryParse(Text(query, "q"), Flag(query, "regex", faults), out var filter) is { } wrong)
            faults["q"] = wrong;
        request = request with
        {
            Container = Text(query, "container"),
            Previous = Flag(query, "previous", faults),
            Follow = Flag(query, "follow", faults),
            TailLines = Tail(query, faults),
            Since = Since(query, now, faults),
            Filter = filter,
            Cursors = Cursors(Text(query, "resume")),
        };
        if (request is { Follow: true, Previous: true })
            faults["follow"] = "The previous run has ended, so it cannot be followed.";
        return faults;
    }

    public static bool Flag(IQueryCollection query, string name, Dictionary<string, string> faults)
    {
        if (Text(query, name) is not { } text)
            return false;
        if (text is "1" or "0" || bool.TryParse(text, out _))
            return text is "1" || (bool.TryParse(text, out var value) && value);
        faults[name] = "true or false.";
        return false;
    }

    /// <summary>Such as 90s, 15m, 6h, 7d, or an instant in RFC 3339.</summary>
    private static DateTimeOffset? Since(IQueryCollection query, DateTimeOffset now, Dictionary<string, string> faults)
    {
        if (Text(query, "since") is not { } text)
            return null;
        if (text.Length is > 1 and < 8 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Unit(text[^1]) is { } unit && count * unit < TimeSpan.FromDays(3650))
            return now - count * unit;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > DateTimeOffset.UnixEpoch)
            return at;
        faults["since"] = "A time back, such as 90s, 15m, 6h or 7d, or an instant such as 2026-11-21T17:00:00Z.";
        return null;
    }

    private static TimeSpan? Unit(char unit) => unit switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };

    private static long? Tail(IQueryCollection query, Dictionary<string, string> faults)
    {
        if (Text(query, "tail") is not { } text)
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines <= MostTail)
            return lines;
        faults["tail"] = $"A number of lines from 0 to {MostTail}.";
        return null;
    }

    /// <summary>What a viewer had when it was cut off: id~time~count, with commas between. What cannot be read is left out.</summary>
    private static Dictionary<string, LogCursor> Cursors(string? text)
    {
        var cursors = new Dictionary<string, LogCursor>();
        foreach (var one in (text ?? "").Split(',', MostResumed, StringSplitOptions.RemoveEmptyEntries))
        {
            if (one.Split('~') is [var id, var time, var count]
                && LogTime.TryParse(System.Text.Encoding.ASCII.GetBytes(time), out var at)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines > 0)
                cursors[id] = new LogCursor(null, at, lines);
        }

        return cursors;
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
}
