using System.Globalization;

namespace HomelabPortal.Ui.Charts;

/// <summary>Marks a time axis where the viewer's own clock shows round times; days begin at their midnight, also when the clocks change.</summary>
internal static class TimeTicks
{
    private const int Most = 7;
    private static readonly int[] _minutes = [1, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];
    private static readonly int[] _days = [1, 2, 7, 14];

    public static IReadOnlyList<TimeTick> Of(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var length = to - from;
        if (length <= TimeSpan.Zero)
            return [];
        return
        [
            .. Times(TimeZoneInfo.ConvertTime(from, zone).DateTime, TimeZoneInfo.ConvertTime(to, zone).DateTime, length)
                .Select(local => (At: Moment(local.At, zone), local.Text))
                .Where(tick => tick.At >= from && tick.At <= to)
                .Select(tick => new TimeTick((tick.At - from) / length, tick.Text)),
        ];
    }

    private static IEnumerable<(DateTime At, string Text)> Times(DateTime from, DateTime to, TimeSpan length)
    {
        if (_minutes.FirstOrDefault(step => length.TotalMinutes / step <= Most) is > 0 and var minutes)
            return Walk(from.Date, to, at => at.AddMinutes(minutes), at => at.TimeOfDay == TimeSpan.Zero ? Day(at) : at.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (_days.FirstOrDefault(step => length.TotalDays / step <= Most) is > 0 and var days)
            return Walk(from.Date, to, at => at.AddDays(days), Day);
        var months = length.TotalDays / 31 <= Most ? 1 : 2;
        return Walk(new DateTime(from.Year, 1, 1), to, at => at.AddMonths(months), at => at.ToString(at.Month == 1 ? "yyyy" : "MMM", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(DateTime At, string Text)> Walk(DateTime at, DateTime to, Func<DateTime, DateTime> next, Func<DateTime, string> text)
    {
        for (; at <= to; at = next(at))
            yield return (at, text(at));
    }

    private static string Day(DateTime at) => at.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>A time that the clock skips is the first one after it; of one that comes twice, the first counts.</summary>
    private static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
