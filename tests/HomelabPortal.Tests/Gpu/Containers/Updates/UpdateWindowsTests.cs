using System.Globalization;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class UpdateWindowsTests
{
    [Theory]
    // Berlin is an hour ahead in winter.
    [InlineData("03:00", "05:00", "", "2026-11-22T01:59:59Z", false)]
    [InlineData("03:00", "05:00", "", "2026-11-22T02:00:00Z", true)]
    [InlineData("03:00", "05:00", "", "2026-11-22T03:59:59Z", true)]
    [InlineData("03:00", "05:00", "", "2026-11-22T04:00:00Z", false)]
    // Two hours ahead in summer.
    [InlineData("03:00", "05:00", "", "2026-07-01T01:00:00Z", true)]
    [InlineData("03:00", "05:00", "", "2026-07-01T03:30:00Z", false)]
    // Over midnight it belongs to the day it began: 2026-11-21 is a Saturday.
    [InlineData("23:00", "02:00", "Saturday", "2026-11-21T22:30:00Z", true)]
    [InlineData("23:00", "02:00", "Saturday", "2026-11-22T00:30:00Z", true)]
    [InlineData("23:00", "02:00", "Saturday", "2026-11-21T00:30:00Z", false)]
    [InlineData("23:00", "02:00", "Sunday", "2026-11-22T00:30:00Z", false)]
    [InlineData("03:00", "05:00", "Sunday", "2026-11-22T02:30:00Z", true)]
    [InlineData("03:00", "05:00", "Monday", "2026-11-22T02:30:00Z", false)]
    // The day is that of the zone's clock: Sunday 00:30 there is Saturday 23:30 in UTC.
    [InlineData("00:00", "01:00", "Sunday", "2026-11-21T23:30:00Z", true)]
    // Spring leaves out 02:00 to 03:00 on 2026-03-29.
    [InlineData("01:30", "03:30", "", "2026-03-29T00:45:00Z", true)]
    [InlineData("01:30", "03:30", "", "2026-03-29T01:15:00Z", true)]
    [InlineData("02:00", "03:00", "", "2026-03-29T01:00:00Z", false)]
    // Autumn has 02:00 to 03:00 twice on 2026-10-25.
    [InlineData("02:00", "03:00", "", "2026-10-25T00:30:00Z", true)]
    [InlineData("02:00", "03:00", "", "2026-10-25T01:30:00Z", true)]
    [InlineData("02:00", "03:00", "", "2026-10-25T02:00:00Z", false)]
    public void Window_ByTheClockOfItsZone_IsOpenOrNot(string from, string to, string days, string now, bool isOpen) =>
        Assert.Equal(isOpen, UpdateWindows.IsOpen(Window(from, to, days), At(now)));

    [Theory]
    [InlineData("03:00", "05:00", "", "2026-11-22T12:00:00Z", "2026-11-23T02:00:00Z")]
    [InlineData("03:00", "05:00", "", "2026-11-22T02:30:00Z", "2026-11-22T02:30:00Z")]
    [InlineData("03:00", "05:00", "Sunday", "2026-11-22T12:00:00Z", "2026-11-29T02:00:00Z")]
    [InlineData("02:30", "04:00", "", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("02:00", "03:00", "", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z")]
    [InlineData("02:00", "03:00", "Sunday", "2026-03-29T00:00:00Z", "2026-04-05T00:00:00Z")]
    public void Opening_ThatComesNext_IsTheFirst(string from, string to, string days, string now, string next) =>
        Assert.Equal(At(next), UpdateWindows.NextOpening(Window(from, to, days), At(now)));

    [Fact]
    public void Window_InAZoneThatIsNotKnown_NeverOpens()
    {
        var window = Window("00:00", "23:59", "") with { TimeZone = "Mars/Olympus" };

        Assert.False(UpdateWindows.IsOpen(window, At("2026-11-22T12:00:00Z")));
        Assert.Null(UpdateWindows.NextOpening(window, At("2026-11-22T12:00:00Z")));
    }

    [Fact]
    public void Words_OfAWindow_NameDaysTimesAndZone()
    {
        Assert.Equal("daily 03:00–05:00, Europe/Berlin", UpdateWindows.Words(Window("03:00", "05:00", "")));
        Assert.Equal("Sun, Sat 23:00–02:00, Europe/Berlin", UpdateWindows.Words(Window("23:00", "02:00", "Saturday Sunday")));
    }

    private static UpdateWindow Window(string from, string to, string days) => new()
    {
        From = TimeOnly.Parse(from, CultureInfo.InvariantCulture), To = TimeOnly.Parse(to, CultureInfo.InvariantCulture), TimeZone = "Europe/Berlin",
        Days = [.. days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)],
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
