using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Tests.Checks;

public sealed class TallyProperties
{
    private static readonly DateTimeOffset _start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Verdict Verdict, DateTimeOffset From, DateTimeOffset To, TimeSpan AtMost)> _spans =
        from verdict in Gen.Elements(Verdict.Up, Verdict.Down, Verdict.Unknown)
        from begin in Gen.Choose(0, 100_000)
        from length in Gen.Choose(0, 20_000)
        from most in Gen.Choose(1, 10_000)
        select (verdict, _start.AddSeconds(begin), _start.AddSeconds(begin + length), TimeSpan.FromSeconds(most));

    [Fact]
    public void Time_BetweenTwoTries_IsCountedOnceAndNoLongerThanItIsKnown() => Prop.ForAll(_spans.ToArbitrary(), one =>
    {
        var counted = Tallies.Between(one.Verdict, one.From, one.To, one.AtMost).Aggregate(default(Tally), (sum, entry) => sum + entry.Tally).Uptime;
        var known = one.Verdict == Verdict.Unknown ? TimeSpan.Zero : one.To - one.From < one.AtMost ? one.To - one.From : one.AtMost;
        return counted.Known == known && (one.Verdict == Verdict.Up ? counted.Down : counted.Up) == TimeSpan.Zero;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Time_OfEachStretch_StaysWithinIt() => Prop.ForAll(_spans.ToArbitrary(), one =>
        Tallies.Between(one.Verdict, one.From, one.To, one.AtMost).All(entry => entry.Tally.Uptime.Known <= TimeSpan.FromMinutes(Stretch.Minutes) && entry.Stretch.From < one.To && entry.Stretch.To > one.From))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Sum_OfTallies_KeepsLeastAndMostOfThoseThatWereAnswered()
    {
        var sum = Tally.Of(Verdict.Down, null) + Tally.Of(Verdict.Up, TimeSpan.FromMilliseconds(20)) + Tally.Of(Verdict.Up, TimeSpan.FromMilliseconds(5)) + Tally.Of(Verdict.Unknown, null);

        Assert.Equal((4, 1, 2, 5_000, 20_000), (sum.Tries, sum.Fails, sum.Answers, sum.LeastUs, sum.MostUs));
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(10, 0, "100 %")]
    [InlineData(99_999_999, 1, "99.99 %")]
    [InlineData(0, 10, "0 %")]
    [InlineData(3, 1, "75 %")]
    public void Uptime_InWords_IsNeverRoundedUpToAHundred(int up, int down, string text) =>
        Assert.Equal(text, new Uptime(TimeSpan.FromSeconds(up), TimeSpan.FromSeconds(down)).Text);
}
