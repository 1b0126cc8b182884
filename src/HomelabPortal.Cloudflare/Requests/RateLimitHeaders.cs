using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Reads what Cloudflare says of its own limit, which the dashboard and other tokens of the user spend as well:
/// <c>x-ratelimit-remaining</c> and <c>x-ratelimit-reset</c> (a date), or the newer <c>Ratelimit: "name";r=50;t=30</c> (seconds).
/// </summary>
internal static partial class RateLimitHeaders
{
    /// <summary>No window is longer; a clock that is wrong must not stop us for hours.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <returns>Null when nothing is said, or nothing that can be read.</returns>
    public static RateLimitNote? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (Whole(First(headers, "x-ratelimit-remaining")) is not { } remaining)
            return Newer(First(headers, "Ratelimit"));
        var isDate = DateTimeOffset.TryParseExact(First(headers, "x-ratelimit-reset"), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset);
        return new RateLimitNote(remaining, isDate ? Within(reset - now) : null);
    }

    /// <summary>Of several limits the one that is nearest to being spent.</summary>
    private static RateLimitNote? Newer(string? text) => Items().Matches(text ?? "")
        .Select(item => (Remaining: Whole(item.Groups["r"].Value), Seconds: Whole(item.Groups["t"].Value)))
        .Where(item => item.Remaining is not null)
        .OrderBy(item => item.Remaining)
        .Select(item => new RateLimitNote(item.Remaining!.Value, item.Seconds is { } seconds ? Within(TimeSpan.FromSeconds(seconds)) : null))
        .FirstOrDefault();

    private static TimeSpan Within(TimeSpan wait) => TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Shortest.Ticks, Longest.Ticks));

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    [GeneratedRegex("\"[^\"]*\"\\s*;\\s*r=(?<r>[0-9]{1,9})(?:\\s*;\\s*t=(?<t>[0-9]{1,9}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Items();
}
