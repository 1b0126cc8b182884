using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Pure: when a channel is quiet. Clocks that are put forward or back make such a night shorter or longer, not endless.</summary>
internal static class QuietTimes
{
    /// <summary>When the quiet hours end that are now; null when it is not quiet.</summary>
    public static DateTimeOffset? EndOf(QuietHours? quiet, DateTimeOffset now)
    {
        if (quiet is null || quiet.From == quiet.To)
            return null;
        var zone = ZoneOf(quiet);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        var isQuiet = quiet.From < quiet.To ? clock >= quiet.From && clock < quiet.To : clock >= quiet.From || clock < quiet.To;
        if (!isQuiet)
            return null;
        var end = DateOnly.FromDateTime(local.DateTime).ToDateTime(quiet.To);
        if (clock >= quiet.To)
            end = end.AddDays(1);
        // A moment that the clocks leave out is the first one after the gap.
        while (zone.IsInvalidTime(end))
            end = end.AddMinutes(15);
        var moment = new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
        return moment > now ? moment : now.AddMinutes(1).ToUniversalTime();
    }

    public static TimeZoneInfo ZoneOf(QuietHours? quiet) => quiet is not null && Find(quiet.TimeZone) is { } zone ? zone : TimeZoneInfo.Utc;

    /// <summary>Only letters and what stands between them: the name is that of a file of the system.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is { Length: > 0 and <= 64 } && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+' or '/')
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
