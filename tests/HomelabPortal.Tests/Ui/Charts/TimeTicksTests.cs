using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Tests.Ui.Charts;

public sealed class TimeTicksTests
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Ticks_OfAnHour_StandAtRoundMinutesOfTheViewersClock() => Assert.Equal(
        "10:40 10:50 11:00 11:10 11:20 11:30", Text("2026-11-21T09:31:00Z", TimeSpan.FromHours(1), _berlin));

    [Fact]
    public void Ticks_OfHalfAnHoursZone_AreRoundThere() => Assert.Equal(
        "15:30 16:00 16:30 17:00 17:30 18:00 18:30 19:00 19:30 20:00 20:30 21:00".Split(' ').Where((_, index) => index % 2 == 1).Aggregate((left, right) => $"{left} {right}"),
        Text("2026-11-21T10:00:00Z", TimeSpan.FromHours(6), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata")));

    [Fact]
    public void Ticks_OverMidnight_NameTheDay() => Assert.Contains("22 Nov", Text("2026-11-21T12:00:00Z", TimeSpan.FromHours(24), _berlin), StringComparison.Ordinal);

    [Fact]
    public void Ticks_OfAWeek_AreTheViewersMidnights() => Assert.Equal(
        "22 Nov 23 Nov 24 Nov 25 Nov 26 Nov 27 Nov 28 Nov", Text("2026-11-21T09:30:00Z", TimeSpan.FromDays(7), _berlin));

    [Theory]
    [InlineData("2026-03-29T00:00:00+01:00", 23)]
    [InlineData("2026-10-25T00:00:00+02:00", 25)]
    public void Ticks_WhenClocksChange_StayAtTheirLocalTimes(string midnight, int hours)
    {
        var ticks = TimeTicks.Of(DateTimeOffset.Parse(midnight), DateTimeOffset.Parse(midnight).AddHours(hours), _berlin);

        Assert.Equal(ticks.OrderBy(tick => tick.Share), ticks);
        Assert.Equal((0, 1), (ticks[0].Share, ticks[^1].Share));
    }

    [Fact]
    public void Ticks_OfAYear_AreMonths() => Assert.Equal(
        "Jan Mar May Jul Sep Nov".Split(' ').Length, TimeTicks.Of(DateTimeOffset.Parse("2025-11-22T00:00:00Z"), DateTimeOffset.Parse("2026-11-22T00:00:00Z"), _berlin).Count);

    [Fact]
    public void Ticks_OfNothing_AreNone() => Assert.Empty(TimeTicks.Of(default, default, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos Aires")]
    [InlineData("../../etc/passwd", "UTC")]
    [InlineData("Europe/../Europe/Berlin", "UTC")]
    [InlineData("/etc/localtime", "UTC")]
    [InlineData("Mars/Olympus", "UTC")]
    [InlineData("", "UTC")]
    [InlineData(null, "UTC")]
    public void Zone_FromACookie_IsOneThatThisMachineKnows(string? cookie, string name) => Assert.Equal(name, ViewerZone.Of(cookie).Name);

    private static string Text(string from, TimeSpan length, TimeZoneInfo zone) =>
        string.Join(' ', TimeTicks.Of(DateTimeOffset.Parse(from), DateTimeOffset.Parse(from) + length, zone).Select(tick => tick.Text));
}
