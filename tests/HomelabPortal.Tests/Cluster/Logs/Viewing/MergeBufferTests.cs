using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.Logs.Viewing;

namespace HomelabPortal.Tests.Cluster.Logs.Viewing;

public sealed class MergeBufferTests
{
    private static readonly TimeSpan _hold = TimeSpan.FromMilliseconds(500);
    private static readonly Arbitrary<(int[] Turns, int Sources)> _turns =
        (from turns in Gen.Choose(0, 255).ArrayOf()
         from sources in Gen.Choose(1, 4)
         select (turns, sources)).ToArbitrary();

    private readonly DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Line_OlderThanWhatAnotherSourceMaySay_WaitsForIt()
    {
        var buffer = Buffer(sources: 2);

        buffer.Add(0, 20, "young", _now);
        Assert.Empty(buffer.Take(_now));
        buffer.Add(1, 10, "old", _now);
        Assert.Equal(["old"], buffer.Take(_now));
        buffer.Add(1, 30, "last", _now);
        Assert.Equal(["young"], buffer.Take(_now));
    }

    [Fact]
    public void Line_OfASourceThatIsAlone_WaitsForNobody()
    {
        var buffer = Buffer(sources: 1);

        buffer.Add(0, 20, "line", _now);

        Assert.Equal(["line"], buffer.Take(_now));
    }

    [Fact]
    public void Line_BehindASilentSource_WaitsNoLongerThanTheHold()
    {
        var buffer = Buffer(sources: 2);

        buffer.Add(0, 20, "line", _now);

        Assert.Empty(buffer.Take(_now + _hold - TimeSpan.FromMilliseconds(1)));
        Assert.Equal(["line"], buffer.Take(_now + _hold));
    }

    [Fact]
    public void Line_BehindASourceThatEnds_IsGivenOut()
    {
        var buffer = Buffer(sources: 2);
        buffer.Add(0, 20, "line", _now);

        buffer.Close(1);

        Assert.Equal(["line"], buffer.Take(_now));
    }

    [Fact]
    public void Word_WithoutATime_StaysBehindWhatItsSourceSaid()
    {
        var buffer = Buffer(sources: 2);

        buffer.Add(0, 20, "line", _now);
        buffer.Add(0, null, "began anew", _now);
        buffer.Add(1, 25, "other", _now);
        buffer.Add(0, 30, "next", _now);

        Assert.Equal(["line", "began anew", "other"], buffer.Take(_now));
    }

    [Fact]
    public void Lines_MoreThanMayWait_AreGivenOutOldestFirst()
    {
        var buffer = new MergeBuffer<string>(_hold, most: 2);
        buffer.Open(0);
        buffer.Open(1);
        foreach (var at in Enumerable.Range(1, 5))
            buffer.Add(0, at, $"{at}", _now);

        Assert.Equal(["1", "2", "3"], buffer.Take(_now));
        Assert.Equal(2, buffer.Count);
    }

    /// <summary>However the sources take turns, nothing is lost or doubled, each keeps its order, and the whole is in the order of time.</summary>
    [Fact]
    public void Sources_HoweverTheyInterleave_AreOneLogInOrder() =>
        Prop.ForAll(_turns, scene => Interleave(scene.Turns, scene.Sources)).QuickCheckThrowOnFailure();

    private void Interleave(int[] turns, int count)
    {
        var buffer = Buffer(count);
        var clocks = new long[count];
        var said = new List<(int Source, long At, int Order)>();
        var shown = new List<string>();
        foreach (var (turn, order) in turns.Select((turn, order) => (turn, order)))
        {
            var source = turn % count;
            // A source may repeat an instant, and its clock never goes back.
            clocks[source] += turn / 16 % 4;
            said.Add((source, clocks[source], order));
            buffer.Add(source, clocks[source], Name(source, clocks[source], order), _now);
            shown.AddRange(buffer.Take(_now));
        }

        for (var source = 0; source < count; source++)
            buffer.Close(source);
        shown.AddRange(buffer.Take(_now));

        Assert.Equal(said.Select(line => Name(line.Source, line.At, line.Order)).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(shown.Select(TimeOf).Order(), shown.Select(TimeOf));
        foreach (var own in said.GroupBy(line => line.Source))
            Assert.Equal(own.Select(line => Name(line.Source, line.At, line.Order)), shown.Where(name => name.StartsWith($"{own.Key}/", StringComparison.Ordinal)));
    }

    private static MergeBuffer<string> Buffer(int sources)
    {
        var buffer = new MergeBuffer<string>(_hold, most: 5_000);
        for (var source = 0; source < sources; source++)
            buffer.Open(source);
        return buffer;
    }

    private static string Name(int source, long at, int order) => $"{source}/{at}/{order}";

    private static long TimeOf(string name) => long.Parse(name.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
}
