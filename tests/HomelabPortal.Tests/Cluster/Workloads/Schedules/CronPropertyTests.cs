using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Workloads.Schedules;

namespace HomelabPortal.Tests.Cluster.Workloads.Schedules;

public sealed class CronPropertyTests
{
    private static readonly string[] _zones = ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu"];

    /// <summary>Every minute that the schedule allows is found by looking at each minute in turn, and no other.</summary>
    [Fact]
    public void Next_AnySchedule_IsTheFirstMinuteThatFits() => Prop.ForAll(Cases().ToArbitrary(), entry =>
    {
        var (schedule, zone, after) = entry;
        var next = CronRuns.Next(schedule, after, zone);
        var minute = new DateTimeOffset(after.UtcTicks - after.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        DateTimeOffset? first = null;
        for (var index = 1; index <= 3 * 24 * 60 && first is null; index++)
        {
            if (Fits(schedule, TimeZoneInfo.ConvertTime(minute.AddMinutes(index), zone).DateTime))
                first = minute.AddMinutes(index);
        }

        return first is null ? next is null || next > minute.AddMinutes(3 * 24 * 60) : next == first;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyText_IsReadOrRefused() => Prop.ForAll(Texts().ToArbitrary(), text =>
    {
        if (CronSchedule.Parse(text) is not { } schedule)
            return true;
        _ = CronRuns.Next(schedule, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
        return CronWords.Of(schedule).Length > 0;
    }).QuickCheckThrowOnFailure();

    private static bool Fits(CronSchedule schedule, DateTime at) =>
        schedule.Minutes.Allows(at.Minute) && schedule.Hours.Allows(at.Hour) && schedule.Months.Allows(at.Month) && schedule.AllowsDay(at);

    private static Gen<(CronSchedule Schedule, TimeZoneInfo Zone, DateTimeOffset After)> Cases() =>
        from minutes in Gen.Elements("*", "*/7", "0", "13", "59", "10-20/3", "30,45")
        from hours in Gen.Elements("*", "*/5", "0", "2", "1-3", "23")
        from days in Gen.Elements("*", "?", "1", "31", "*/2")
        from weekdays in Gen.Elements("*", "0", "mon-fri", "*/3")
        from zone in Gen.Elements(_zones)
        from second in Gen.Choose(0, 40_000_000)
        select (CronSchedule.Parse($"{minutes} {hours} {days} * {weekdays}") ?? throw new FormatException(), TimeZoneInfo.FindSystemTimeZoneById(zone), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second));

    private static Gen<string> Texts() => Gen.Elements("0123456789*/-,? @everyhmsFRIjan".ToCharArray()).ArrayOf().Select(characters => new string(characters))
        .Two().Select(pair => $"{pair.Item1} * {pair.Item2} * *");
}
