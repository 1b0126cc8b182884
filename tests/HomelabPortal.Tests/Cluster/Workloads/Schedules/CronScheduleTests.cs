using HomelabPortal.Cluster.Workloads.Schedules;

namespace HomelabPortal.Tests.Cluster.Workloads.Schedules;

public sealed class CronScheduleTests
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("15 3 * * *", "every day at 03:15")]
    [InlineData("15 3,15 * * *", "every day at 03:15 and 15:15")]
    [InlineData("0 4 * * 1", "every Monday at 04:00")]
    [InlineData("0 4 * * sun,WED", "every Wednesday and Sunday at 04:00")]
    [InlineData("30 22 * * 1-5", "on weekdays at 22:30")]
    [InlineData("0 9 * * 0,6", "at weekends at 09:00")]
    [InlineData("*/5 * * * *", "every 5 minutes")]
    [InlineData("0/5 * * * ?", "every 5 minutes")]
    [InlineData("* * * * *", "every minute")]
    [InlineData("0 * * * *", "every hour")]
    [InlineData("@hourly", "every hour")]
    [InlineData("17 * * * *", "every hour at minute 17")]
    [InlineData("30 */6 * * *", "every day at 00:30, 06:30, 12:30 and 18:30")]
    [InlineData("0 */2 * * *", "every 2 hours")]
    [InlineData("*/10 8-17 * * 1-5", "every 10 minutes of hour 8 to 17 on weekdays")]
    [InlineData("0 2 1 * *", "on day 1 of the month at 02:00")]
    [InlineData("0 2 1 1,7 *", "on day 1 of the month at 02:00 in January and July")]
    [InlineData("0 0 13 * 5", "on day 13 of the month and every Friday at 00:00")]
    [InlineData("@weekly", "every Sunday at 00:00")]
    [InlineData("@yearly", "on day 1 of the month at 00:00 in January")]
    [InlineData("@every 90m", "every 90 minutes")]
    [InlineData("7,23,41 1-9 * * *", "at minute 7, 23 and 41 of hour 1 to 9")]
    public void Words_OfASchedule_AreThoseOfAPerson(string schedule, string words) => Assert.Equal(words, CronWords.Of(Parsed(schedule)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * * 7")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1/2/3 * * * *")]
    [InlineData("a * * * *")]
    [InlineData("-1 * * * *")]
    [InlineData("1, * * * *")]
    [InlineData("@sometimes")]
    [InlineData("@every")]
    [InlineData("@every soon")]
    [InlineData("TZ=UTC 0 0 * * *")]
    public void Parse_WhatKubernetesRefuses_IsNothing(string schedule) => Assert.Null(CronSchedule.Parse(schedule));

    [Theory]
    [InlineData("15 3 * * *", "2026-11-21T09:30:00Z", "2026-11-22T02:15:00Z")]
    [InlineData("*/5 * * * *", "2026-11-21T09:30:00Z", "2026-11-21T09:35:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-21T09:30:00Z", "2028-02-28T23:00:00Z")]
    [InlineData("0 0 13 * 5", "2026-11-21T09:30:00Z", "2026-11-26T23:00:00Z")]
    [InlineData("@every 1h30m", "2026-11-21T09:30:10.5Z", "2026-11-21T11:00:10Z")]
    // The clock goes from 02:00 to 03:00: the run of 02:30 does not exist that day.
    [InlineData("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z")]
    // The clock goes from 03:00 back to 02:00: 02:30 comes twice.
    [InlineData("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    public void Next_InATimeZone_FollowsItsClock(string schedule, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), CronRuns.Next(Parsed(schedule), DateTimeOffset.Parse(after), _berlin));

    [Fact]
    public void Next_DayThatNeverComes_IsNothing() => Assert.Null(CronRuns.Next(Parsed("0 0 30 2 *"), DateTimeOffset.UnixEpoch, _berlin));

    private static CronSchedule Parsed(string schedule) => CronSchedule.Parse(schedule) ?? throw new FormatException(schedule);
}
