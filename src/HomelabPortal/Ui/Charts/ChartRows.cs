namespace HomelabPortal.Ui.Charts;

/// <summary>Gathers the points of a chart into rows that a person can read through, newest first.</summary>
internal static class ChartRows
{
    private const int Most = 60;

    public static IReadOnlyList<ChartRow> Of(ChartData data)
    {
        var each = Math.Max(1, (data.Points.Count + Most - 1) / Most);
        return [.. data.Points.Chunk(each).Select((points, index) => new ChartRow(data.At(index * each), data.Step * each, Join(points))).Reverse()];
    }

    private static ChartPoint? Join(ChartPoint?[] points)
    {
        var known = points.OfType<ChartPoint>().ToList();
        return known.Count == 0 ? null : new ChartPoint(known.Min(point => point.Low), known.Average(point => point.Mean), known.Max(point => point.High));
    }
}
