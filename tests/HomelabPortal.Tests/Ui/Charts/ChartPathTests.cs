using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Tests.Ui.Charts;

public sealed class ChartPathTests
{
    [Fact]
    public void Line_WithAGap_IsNotDrawnThroughIt()
    {
        var path = ChartPath.Line([0, 0.5, null, 1, 1]);

        Assert.Equal("M100 200L300 100M700 0L900 0", path);
    }

    [Fact]
    public void Line_LonePoint_IsADot() => Assert.Equal("M500 100h0", ChartPath.Line([null, 0.5, null]));

    [Fact]
    public void Area_WithAGap_EndsOnTheFloorBesideIt() => Assert.Equal("M125 100L375 100L375 200L125 200ZM875 0L875 200Z", ChartPath.Area([0.5, 0.5, null, 1]));

    [Fact]
    public void Steps_LevelThatChanges_GoesStraightUp() => Assert.Equal("M0 150H500V100H1000", ChartPath.Steps([0.25, 0.25, 0.5, 0.5]));

    [Fact]
    public void Steps_LevelThatIsMissingForAWhile_HasAGap() => Assert.Equal("M0 150H250M750 150H1000", ChartPath.Steps([0.25, null, null, 0.25]));

    [Fact]
    public void Anything_Empty_DrawsNothing() => Assert.Equal(("", "", ""), (ChartPath.Line([null, null]), ChartPath.Area([]), ChartPath.Steps([null])));
}
