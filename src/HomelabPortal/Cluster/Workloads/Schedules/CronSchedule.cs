namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>
/// When a cron job runs, as Kubernetes reads it: five fields, or a word such as "@daily", or "@every 1h30m".
/// A day counts when both of its fields allow it, or when either does if both restrict it.
/// </summary>
internal sealed record CronSchedule(CronField Minutes, CronField Hours, CronField Days, CronField Months, CronField Weekdays)
{
    public static IReadOnlyList<string> MonthNames { get; } = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static IReadOnlyList<string> WeekdayNames { get; } = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly CronFieldParser _minutes = new(0, 59);
    private static readonly CronFieldParser _hours = new(0, 23);
    private static readonly CronFieldParser _days = new(1, 31);
    private static readonly CronFieldParser _months = new(1, 12, [.. MonthNames]);
    private static readonly CronFieldParser _weekdays = new(0, 6, [.. WeekdayNames]);

    /// <summary>The pause between runs of an "@every"; null for all others.</summary>
    public TimeSpan? Every { get; private init; }

    /// <summary>Null for a text that Kubernetes would refuse.</summary>
    public static CronSchedule? Parse(string text)
    {
        var plain = text.Trim();
        if (plain.StartsWith("@every ", StringComparison.Ordinal))
            return CronPause.Parse(plain["@every ".Length..]) is { } pause ? new CronSchedule(default, default, default, default, default) { Every = pause } : null;
        var fields = Written(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields is not [var minutes, var hours, var days, var months, var weekdays])
            return null;
        return (_minutes.Parse(minutes), _hours.Parse(hours), _days.Parse(days), _months.Parse(months), _weekdays.Parse(weekdays)) is ({ } m, { } h, { } d, { } o, { } w)
            ? new CronSchedule(m, h, d, o, w)
            : null;
    }

    public bool AllowsDay(DateTime day) => Days.IsAny || Weekdays.IsAny
        ? Days.Allows(day.Day) && Weekdays.Allows((int)day.DayOfWeek)
        : Days.Allows(day.Day) || Weekdays.Allows((int)day.DayOfWeek);

    private static string Written(string word) => word switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => word,
    };
}
