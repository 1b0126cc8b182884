using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

/// <summary>Whatever window, zone and moment: what is told of the next opening is true.</summary>
public sealed class UpdateWindowProperties
{
    private const int MinutesOfADay = 24 * 60;
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(10);

    /// <summary>Zones with odd offsets, with summer on either half of the world, half an hour of it, and none.</summary>
    private static readonly string[] _zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "Pacific/Apia"];

    private static readonly Gen<UpdateWindow> _window =
        from begin in Gen.Choose(0, 143)
        from length in Gen.Choose(1, 143)
        from zone in Gen.Elements(_zones)
        from days in Gen.Elements(Enum.GetValues<DayOfWeek>()).ListOf()
        select new UpdateWindow
        {
            From = Clock(begin * 10), To = Clock((begin + length) * 10 % MinutesOfADay), TimeZone = zone, Days = [.. days.Distinct().Take(3)],
        };

    /// <summary>Minutes of a year, most of them near the days on which clocks are moved.</summary>
    private static readonly Gen<DateTimeOffset> _moment =
        from day in Gen.Frequency((1, Gen.Choose(0, 364)), (3, Gen.Elements(66, 67, 86, 87, 88, 93, 94, 95, 248, 249, 276, 277, 297, 298, 304, 305)))
        from minute in Gen.Choose(0, MinutesOfADay - 1)
        select new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddMinutes(minute);

    private static readonly Arbitrary<(UpdateWindow Window, DateTimeOffset Now)> _cases =
        (from window in _window from now in _moment select (window, now)).ToArbitrary();

    [Fact]
    public void NextOpening_OfAnyWindow_IsOpenThenAndNotBefore() =>
        Prop.ForAll(_cases, one =>
        {
            if (UpdateWindows.NextOpening(one.Window, one.Now) is not { } next)
                return false;
            for (var at = one.Now; at < next; at += _step)
            {
                if (UpdateWindows.IsOpen(one.Window, at))
                    return false;
            }

            return next >= one.Now && UpdateWindows.IsOpen(one.Window, next);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Window_OnNoDayOfAWeekInWhichItIsNot_IsClosed() =>
        Prop.ForAll(_cases, one =>
        {
            var everyDay = one.Window with { Days = [] };
            return !UpdateWindows.IsOpen(one.Window, one.Now) || UpdateWindows.IsOpen(everyDay, one.Now);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static TimeOnly Clock(int minutes) => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes));
}
