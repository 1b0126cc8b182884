using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Tells the minutes in which a cron job is due. It understands numbers, stars, steps, ranges and lists, which is what the lab writes.</summary>
internal sealed class TaskClock
{
    private readonly bool[][] _fields;
    private readonly TimeZoneInfo _zone;

    public TaskClock(string schedule, string? zone)
    {
        var parts = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _fields = [Field(parts[0], 60), Field(parts[1], 24), Field(parts[2], 32), Field(parts[3], 13), Field(parts[4], 7)];
        _zone = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc;
    }

    public static TaskClock Of(LabTask task) => new(task.Schedule, task.TimeZone);

    public bool IsDue(DateTimeOffset minute)
    {
        var local = TimeZoneInfo.ConvertTime(minute, _zone);
        return _fields[0][local.Minute] && _fields[1][local.Hour] && _fields[2][local.Day] && _fields[3][local.Month] && _fields[4][(int)local.DayOfWeek];
    }

    /// <summary>The latest times before a moment, newest first, as far as a good month back.</summary>
    public IEnumerable<DateTimeOffset> Before(DateTimeOffset moment)
    {
        var minute = Minute(moment);
        for (var back = 1; back < 45 * 24 * 60; back++)
            if (IsDue(minute.AddMinutes(-back))) yield return minute.AddMinutes(-back);
    }

    public static DateTimeOffset Minute(DateTimeOffset moment) => new(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static bool[] Field(string text, int size)
    {
        var allowed = new bool[size];
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') is [var head, var every] ? (head, int.Parse(every)) : (part, 1);
            var (from, to) = range is "*" ? (0, size - 1) : range.Split('-') is [var first, var last] ? (int.Parse(first), int.Parse(last)) : (int.Parse(range), int.Parse(range));
            for (var number = from; number <= to; number += step) allowed[number] = true;
        }
        return allowed;
    }
}
