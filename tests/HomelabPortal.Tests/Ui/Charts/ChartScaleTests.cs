using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Tests.Ui.Charts;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0.6, ChartUnit.Cores, "millicores", "0 200 400 600")]
    [InlineData(3.4, ChartUnit.Cores, "cores", "0 1 2 3 4")]
    [InlineData(0.001, ChartUnit.Cores, "millicores", "0.00 0.25 0.50 0.75 1.00")]
    [InlineData(9.9, ChartUnit.Cores, "cores", "0.0 2.5 5.0 7.5 10.0")]
    [InlineData(412d * 1024 * 1024, ChartUnit.Bytes, "MiB", "0 200 400 600")]
    [InlineData(7.7 * 1024 * 1024 * 1024, ChartUnit.Bytes, "GiB", "0 2 4 6 8")]
    public void Scale_OfAHighest_HasRoundMarksInAUnitThatFits(double highest, ChartUnit unit, string word, string marks)
    {
        var scale = ChartScale.Of(highest, unit);

        Assert.Equal((word, marks), (scale.Unit, string.Join(' ', scale.Marks.Select(scale.Mark))));
    }

    [Fact]
    public void Scale_OfAnything_ReachesTheHighestWithFewMarks() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), Gen.Elements(1e-6, 1, 1e4).ToArbitrary(), (value, times) =>
    {
        var scale = ChartScale.Of(value * times, ChartUnit.Bytes);
        return scale.Top >= value * times * 0.999999 && scale.Marks.Length is >= 2 and <= 6;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void Scale_OfNothing_StillHasAnAxis(double highest) => Assert.InRange(ChartScale.Of(highest, ChartUnit.Cores).Marks.Length, 2, 6);

    [Fact]
    public void Exact_Value_IsFinerThanTheMarks() => Assert.Equal("2.31 GiB", ChartScale.Of(8d * (1 << 30), ChartUnit.Bytes).Exact(2.3125 * (1 << 30)));

    [Fact]
    public void Top_LevelNearWhatIsUsed_IsInside()
    {
        var data = new ChartData(default, TimeSpan.FromMinutes(1), [ChartPoint.Of(1)]);

        Assert.InRange(ChartTop.Of(data, [new ChartLine("Limit", "limit", [4])]), 4, 5);
        Assert.InRange(ChartTop.Of(data, [new ChartLine("Limit", "limit", [40])]), 1, 2);
    }
}
