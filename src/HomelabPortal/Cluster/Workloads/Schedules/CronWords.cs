using System.Globalization;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>Says a schedule as a person would: "every Monday at 04:00".</summary>
internal static class CronWords
{
    private const int MostTimes = 4;

    public static string Of(CronSchedule schedule)
    {
        if (schedule.Every is { } pause)
            return $"every {Spoken.Span(pause)}";
        var (time, day, month) = (Time(schedule), Day(schedule), Month(schedule));
        // "every day at 03:15" reads better than "at 03:15"; "every hour every day" reads worse than "every hour".
        var words = !time.StartsWith("at ", StringComparison.Ordinal) || time.StartsWith("at minute", StringComparison.Ordinal) ? $"{time} {day}" : day.Length == 0 ? $"every day {time}" : $"{day} {time}";
        return $"{words.Trim()} {month}".Trim();
    }

    private static string Time(CronSchedule schedule)
    {
        var (minutes, hours) = (schedule.Minutes.Numbers(), schedule.Hours.Numbers());
        if (minutes.Count * hours.Count <= MostTimes)
            return "at " + Join(from hour in hours from minute in minutes select $"{hour:00}:{minute:00}");
        return (schedule.Minutes.Step(60), minutes, schedule.Hours.Step(24), hours.Count) switch
        {
            (1, _, _, 24) => "every minute",
            ({ } step, _, _, 24) => $"every {step} minutes",
            (_, [0], _, 24) => "every hour",
            (_, [0], { } step, _) => $"every {step} hours",
            (_, _, _, 24) => $"every hour at minute {Join(minutes)}",
            (1, _, _, _) => $"every minute of hour {Ranges(hours)}",
            ({ } step, _, _, _) => $"every {step} minutes of hour {Ranges(hours)}",
            (_, _, { } step, _) => $"every {step} hours at minute {Join(minutes)}",
            _ => $"at minute {Join(minutes)} of hour {Ranges(hours)}",
        };
    }

    private static string Day(CronSchedule schedule) => (schedule.Days.IsAny, schedule.Weekdays.IsAny) switch
    {
        (true, true) => "",
        (true, false) => Weekdays(schedule.Weekdays.Numbers()),
        (false, true) => $"on day {Ranges(schedule.Days.Numbers())} of the month",
        _ => $"on day {Ranges(schedule.Days.Numbers())} of the month and {Weekdays(schedule.Weekdays.Numbers())}",
    };

    private static string Weekdays(IReadOnlyList<int> days) => days switch
    {
        { Count: 7 } => "every day",
        [1, 2, 3, 4, 5] => "on weekdays",
        [0, 6] => "at weekends",
        _ => "every " + Join(days.OrderBy(day => (day + 6) % 7).Select(day => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[day])),
    };

    private static string Month(CronSchedule schedule) => schedule.Months.Numbers() is { Count: < 12 } months
        ? "in " + Join(months.Select(month => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month - 1]))
        : "";

    /// <summary>"1 to 5 and 9".</summary>
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var number in numbers)
        {
            if (ranges is [.., var last] && last.To == number - 1)
                ranges[^1] = (last.From, number);
            else
                ranges.Add((number, number));
        }

        return Join(ranges.Select(range => range.To - range.From > 1 ? $"{range.From} to {range.To}" : range.To > range.From ? $"{range.From}, {range.To}" : $"{range.From}"));
    }

    private static string Join<T>(IEnumerable<T> parts)
    {
        var all = parts.Select(part => $"{part}").ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
