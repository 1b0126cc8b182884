using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Gpu.Containers.Idle;

namespace HomelabPortal.Tests.Gpu.Containers.Idle;

public sealed class IdleRuleTests
{
    private static readonly DateTimeOffset _now = GoldenCase.Now;

    [Fact]
    public void Card_WithoutWorkForSoLong_IsDue() => Assert.True(IsDue([.. Idle(30)]));

    [Fact]
    public void Card_AMinuteShort_IsNotDue() => Assert.False(IsDue([80, .. Idle(29)]));

    [Fact]
    public void Work_AtTheEnd_BeginsTheCountAnew() => Assert.False(IsDue([.. Idle(60), 12]));

    [Fact]
    public void Container_StartedLessThanThatAgo_IsNotDueOnACardThatWasIdleBefore() => Assert.False(IsDue([.. Idle(90)], startedAgo: 29));

    [Fact]
    public void Container_WhoseStartIsNotKnown_IsNeverDue() => Assert.False(IdleRule.IsDue(30, [.. Idle(90)], null, _now));

    [Fact]
    public void Latest_MinutesThatWereNotMeasured_AreNotIdle() => Assert.False(IsDue([.. Idle(60), null, null, null]));

    [Fact]
    public void Restart_OfThePortal_CostsOnlyItsOwnMinutes()
    {
        Assert.True(IsDue([.. Idle(15), null, null, null, .. Idle(15)]));
        Assert.False(IsDue([.. Idle(14), null, null, null, .. Idle(15)]));
    }

    [Fact]
    public void Gap_ThatIsLong_EndsTheCount() => Assert.False(IsDue([.. Idle(29), .. Enumerable.Repeat((double?)null, 11), .. Idle(29)]));

    [Fact]
    public void Nothing_Measured_IsNeverDue() => Assert.False(IsDue([.. Enumerable.Repeat((double?)null, 90)]));

    /// <summary>Whatever lies behind, a minute of work among the last ones that count keeps it running.</summary>
    [Fact]
    public void Work_WithinTheWindow_KeepsItRunning() => Prop.ForAll(
        Gen.Zip(Gen.Choose(60, 89), Gen.Choose(2, 100)).ToArbitrary(),
        work => !IsDue([.. Enumerable.Range(0, 90).Select(minute => (double?)(minute == work.Item1 ? work.Item2 : 0))])).QuickCheckThrowOnFailure();

    private static IEnumerable<double?> Idle(int minutes) => Enumerable.Repeat((double?)0, minutes);

    private static bool IsDue(IReadOnlyList<double?> load, int startedAgo = 600) => IdleRule.IsDue(30, load, _now.AddMinutes(-startedAgo), _now);
}
