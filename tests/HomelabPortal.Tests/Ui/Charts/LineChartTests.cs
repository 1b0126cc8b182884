using Bunit;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Tests.Ui.Charts;

public sealed class LineChartTests : IDisposable
{
    private static readonly DateTimeOffset _from = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private readonly UiContext _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public void Chart_Values_SaysMeanMostAndWhenInTheViewersTime()
    {
        var chart = Show(new ViewerZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), 1, 3, 2);

        Assert.Contains("Mean 2.00 cores, most 3.00 cores at 10:01.", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Contains("2.00 cores", chart.Find(".figure").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_MissingPoints_AreSaidAndNotCalledZero()
    {
        var chart = Show(ViewerZone.Utc, null, 1, null, 1);

        Assert.Contains("Known since 09:01. One point is missing.", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Equal(",1,,1", chart.Find("[data-chart]").GetAttribute("data-values"));
    }

    [Fact]
    public void Chart_LastPointsMissing_ShowsNoFigureOfNow() => Assert.Equal("–", Show(ViewerZone.Utc, 1, 1, null, null).Find(".figure").TextContent);

    [Fact]
    public void Chart_ByKeyboard_IsASliderWithItsValueInWords()
    {
        var slider = Show(ViewerZone.Utc, 1, 2).Find("[role=slider]");

        Assert.Equal(("0", "1", "CPU over the last hour"), (slider.GetAttribute("tabindex"), slider.GetAttribute("aria-valuemax"), slider.GetAttribute("aria-label")));
        Assert.NotEmpty(slider.GetAttribute("aria-valuetext")!);
    }

    [Fact]
    public void Chart_LevelFarAbove_IsNamedAndNotDrawn()
    {
        var data = new ChartData(_from, TimeSpan.FromMinutes(1), [ChartPoint.Of(1)]);
        var chart = _page.Render<LineChart>(parameters => parameters.Add(one => one.Title, "CPU").Add(one => one.Unit, ChartUnit.Cores).Add(one => one.Data, data).Add(one => one.Length, "hour").Add(one => one.Lines, [new ChartLine("Limit", "limit", [64])]));

        Assert.Contains("Limit 64.00 cores, above the chart", chart.Find(".legend").TextContent, StringComparison.Ordinal);
        Assert.Empty(chart.FindAll("path.limit"));
    }

    [Fact]
    public void Table_OfTheSame_SaysWhatWasNotMeasured()
    {
        var data = new ChartData(_from, TimeSpan.FromMinutes(1), [ChartPoint.Of(1), null]);
        var rows = _page.Render<ChartTable>(parameters => parameters.Add(one => one.Title, "CPU").Add(one => one.Unit, ChartUnit.Cores).Add(one => one.Data, data).Add(one => one.Length, "hour")).FindAll("tbody tr");

        Assert.Contains("not measured", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1.00 cores", rows[1].TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<LineChart> Show(ViewerZone zone, params double?[] values) => _page.Render<LineChart>(parameters => parameters
        .AddCascadingValue(zone)
        .Add(chart => chart.Title, "CPU").Add(chart => chart.Unit, ChartUnit.Cores).Add(chart => chart.Length, "hour")
        .Add(chart => chart.Data, new ChartData(_from, TimeSpan.FromMinutes(1), [.. values.Select(value => value is { } known ? ChartPoint.Of(known) : (ChartPoint?)null)])));
}
