using System.Net.Http.Headers;

namespace HomelabPortal.Cloudflare;

/// <summary>Reads Retry-After, which is either seconds or a date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>Cloudflare blocks for five minutes when its limit is exceeded.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => (TimeSpan?)null,
        };
        return wait is { } found ? TimeSpan.FromTicks(Math.Clamp(found.Ticks, Shortest.Ticks, Longest.Ticks)) : null;
    }
}
