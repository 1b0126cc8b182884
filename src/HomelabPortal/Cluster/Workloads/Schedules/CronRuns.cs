namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>
/// Finds the moments of a schedule, as its controller does: along real time.
/// So an hour that the clock leaves out has no run, and one that it repeats has two.
/// </summary>
internal static class CronRuns
{
    /// <summary>No schedule that ever runs pauses longer: 29 February on a given weekday comes at least every 40 years, and its controller gives up after five.</summary>
    private const int MostYears = 5;

    /// <summary>The first run after a moment; null for a schedule that never comes, such as 30 February.</summary>
    public static DateTimeOffset? Next(CronSchedule schedule, DateTimeOffset after, TimeZoneInfo zone)
    {
        if (schedule.Every is { } pause)
            return new DateTimeOffset(after.Ticks - after.Ticks % TimeSpan.TicksPerSecond, after.Offset) + pause;
        var at = new DateTimeOffset(after.UtcTicks - after.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(1);
        var end = after.AddYears(MostYears);
        while (at <= end)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            if (!schedule.Months.Allows(local.Month))
                at = Start(new DateTime(local.Year, local.Month, 1).AddMonths(1), zone, at);
            else if (!schedule.AllowsDay(local))
                at = Start(local.Date.AddDays(1), zone, at);
            else if (!schedule.Hours.Allows(local.Hour))
                at = at.AddMinutes(60 - local.Minute);
            else if (!schedule.Minutes.Allows(local.Minute))
                at = at.AddMinutes(1);
            else
                return at;
        }

        return null;
    }

    /// <summary>The first moment of a local day, which in some places is not midnight; always later than where the search stood.</summary>
    private static DateTimeOffset Start(DateTime day, TimeZoneInfo zone, DateTimeOffset from)
    {
        var local = day;
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var start = new DateTimeOffset(local, offset).ToUniversalTime();
        return start > from ? start : from.AddMinutes(1);
    }
}
