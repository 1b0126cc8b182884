using System.Globalization;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Times as the engine writes them: RFC 3339 with nanoseconds.</summary>
internal static class EngineTime
{
    public const string Never = "0001-01-01T00:00:00Z";

    public static string Text(DateTimeOffset? at)
        => at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture) : Never;

    /// <summary>Unix seconds with an optional fraction, or RFC 3339.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (decimal.TryParse(text, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at : null;
    }
}
