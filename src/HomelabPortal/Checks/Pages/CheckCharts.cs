using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Ui.Charts;

namespace HomelabPortal.Checks.Pages;

/// <summary>Pure: a history as a chart draws it.</summary>
internal static class CheckCharts
{
    public static ChartData Of(CheckHistory history, bool isTimed) => new(history.From, history.Step, [.. history.Points.Select(point => isTimed ? Time(point) : Share(point))]);

    private static ChartPoint? Time(Tally? point) =>
        point is { Answers: > 0 } tally ? new ChartPoint(tally.LeastUs / 1000.0, tally.TookUs / 1000.0 / tally.Answers, tally.MostUs / 1000.0) : null;

    private static ChartPoint? Share(Tally? point) => point?.Uptime.Share is { } share ? ChartPoint.Of(share * 100) : null;
}
