using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Tests.Checks;

public sealed class DampingTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Verdict[] Tries, int DownAfter, int UpAfter)> _cases =
        from tries in Gen.Elements(Verdict.Up, Verdict.Down, Verdict.Down, Verdict.Unknown).ArrayOf()
        from down in Gen.Choose(1, 5)
        from up in Gen.Choose(1, 4)
        select (tries, down, up);

    [Theory]
    [InlineData("+", "Up")]
    [InlineData("?", "Unknown")]
    [InlineData("+-", "Failing")]
    [InlineData("+--", "Failing")]
    [InlineData("+---", "Down")]
    [InlineData("+--+--", "Failing")]
    [InlineData("+--?-", "Down")]
    [InlineData("---+", "Down")]
    [InlineData("---++", "Up")]
    [InlineData("---+?+", "Down")]
    [InlineData("---?", "Unknown")]
    [InlineData("---?+", "Down")]
    [InlineData("---+-++", "Up")]
    public void Phase_AfterTries_IsDamped(string tries, string phase) =>
        Assert.Equal(phase, Run(Read(tries), 3, 2)[^1].Phase.ToString());

    [Fact]
    public void Outage_WhenConfirmed_BeganWithItsFirstFailure()
    {
        var standing = Run(Read("+---"), 3, 2)[^1];

        Assert.Equal(_start.AddMinutes(1), standing.Since);
    }

    [Fact]
    public void Outage_OfWhatComesAndGoes_LastsUntilItStands()
    {
        // Down for three minutes, up for two, three times over; then it answers.
        var standings = Run(Read("+---++---++---++---++++++++++++++++++"), 3, 2);

        Assert.Equal([3, 8, 13], Enumerable.Range(1, standings.Count - 1).Where(at => standings[at].IsOut && !standings[at - 1].IsOut));
        Assert.False(standings[10].IsOut);
        Assert.True(standings[15].IsOut);
        Assert.Equal(24, standings.FindLastIndex(standing => standing.IsOut) + 1);
    }

    [Fact]
    public void Outage_NeverBegins_WithoutEnoughFailuresSinceTheLastAnswer() => Prop.ForAll(_cases.ToArbitrary(), one =>
    {
        var (standings, fails) = (Run(one.Tries, one.DownAfter, one.UpAfter), 0);
        for (var at = 0; at < one.Tries.Length; at++)
        {
            fails = one.Tries[at] switch { Verdict.Up => 0, Verdict.Down => fails + 1, _ => fails };
            var was = at > 0 && standings[at - 1].IsOut;
            if (!was && standings[at].IsOut != fails >= one.DownAfter)
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Outage_NeverEnds_WithoutEnoughAnswersInARow() => Prop.ForAll(_cases.ToArbitrary(), one =>
    {
        var (standings, answers) = (Run(one.Tries, one.DownAfter, one.UpAfter), 0);
        for (var at = 0; at < one.Tries.Length; at++)
        {
            answers = one.Tries[at] == Verdict.Up ? answers + 1 : 0;
            if (at > 0 && standings[at - 1].IsOut && !standings[at].IsOut && answers < one.UpAfter)
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Phase_AfterATryThatSaysNothing_IsNeverUpOrDown() => Prop.ForAll(_cases.ToArbitrary(), one =>
        one.Tries.Length == 0 || one.Tries[^1] != Verdict.Unknown || Run(one.Tries, one.DownAfter, one.UpAfter)[^1].Phase == CheckPhase.Unknown).QuickCheckThrowOnFailure();

    private static List<Standing> Run(IReadOnlyList<Verdict> tries, int downAfter, int upAfter)
    {
        var (standing, all) = (Standing.New, new List<Standing>());
        for (var at = 0; at < tries.Count; at++)
            all.Add(standing = Damping.Next(standing, tries[at], _start.AddMinutes(at), downAfter, upAfter));
        return all;
    }

    private static Verdict[] Read(string tries) => [.. tries.Select(letter => letter switch { '+' => Verdict.Up, '-' => Verdict.Down, _ => Verdict.Unknown })];
}
