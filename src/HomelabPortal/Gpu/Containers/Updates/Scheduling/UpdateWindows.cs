using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Gpu.Containers.Updates.Scheduling;

/// <summary>
/// Pure: when a window is open, by the clock on the wall of its zone.
/// <code>
/// the hour that spring leaves out      is left out of the window too; one that lies within it wholly does not open that day
/// the hour that autumn has twice       is open twice
/// an end before the begin              goes over midnight, and belongs to the day it began
/// a zone that is not known here        never opens
/// </code>
/// </summary>
internal static class UpdateWindows
{
    private const int DaysOfAWeek = 7;

    /// <summary>Two weeks, since a window may lie in the hour that its only day leaves out.</summary>
    private const int MostDays = 2 * DaysOfAWeek + 1;

    public static bool IsOpen(UpdateWindow window, DateTimeOffset now)
    {
        if (UpdateChecks.FindZone(window.TimeZone) is not { } zone)
            return false;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var (clock, today) = (TimeOnly.FromTimeSpan(local.TimeOfDay), local.DayOfWeek);
        if (window.From < window.To)
            return clock >= window.From && clock < window.To && IsOn(window, today);
        return (clock >= window.From && IsOn(window, today)) || (clock < window.To && IsOn(window, Before(today)));
    }

    /// <summary>The next moment at which it is open, which may be now; null when it never is.</summary>
    public static DateTimeOffset? NextOpening(UpdateWindow window, DateTimeOffset now)
    {
        if (IsOpen(window, now))
            return now;
        if (UpdateChecks.FindZone(window.TimeZone) is not { } zone)
            return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(0, MostDays)
            .SelectMany(days => Moments(today.AddDays(days), window.From, zone))
            .Concat(Turns(zone, now))
            .Where(at => at > now && IsOpen(window, at))
            .Select(at => (DateTimeOffset?)at)
            .Min();
    }

    public static string Words(UpdateWindow window) =>
        $"{(window.Days.IsEmpty ? "daily" : string.Join(", ", window.Days.Order().Select(day => $"{day}"[..3])))} {window.From:HH\\:mm}–{window.To:HH\\:mm}, {window.TimeZone.Replace('_', ' ')}";

    /// <summary>When a clock shows a time on a day: twice in the hour that comes twice, never in the one that is left out.</summary>
    private static IEnumerable<DateTimeOffset> Moments(DateOnly day, TimeOnly clock, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(clock);
        if (zone.IsInvalidTime(local))
            return [];
        return (zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)]).Select(offset => new DateTimeOffset(local, offset));
    }

    /// <summary>When the clock is moved, which may put it into the middle of a window.</summary>
    private static IEnumerable<DateTimeOffset> Turns(TimeZoneInfo zone, DateTimeOffset from)
    {
        var minute = new DateTimeOffset(from.UtcTicks - from.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        for (var hour = 0; hour < MostDays * 24; hour++)
        {
            var at = minute.AddHours(hour);
            if (zone.GetUtcOffset(at) == zone.GetUtcOffset(at.AddHours(1)))
                continue;
            yield return Enumerable.Range(1, 60).Select(minutes => at.AddMinutes(minutes)).First(turned => zone.GetUtcOffset(turned) != zone.GetUtcOffset(at));
        }
    }

    private static bool IsOn(UpdateWindow window, DayOfWeek day) => window.Days.IsEmpty || window.Days.Contains(day);

    private static DayOfWeek Before(DayOfWeek day) => (DayOfWeek)(((int)day + DaysOfAWeek - 1) % DaysOfAWeek);
}
