namespace HomelabPortal.Ui.Charts;

/// <summary>What a chart shows, in a sentence for whoever does not see it.</summary>
internal static class ChartSummary
{
    public static string Of(ChartData data, ChartScale scale, TimeZoneInfo zone)
    {
        var known = data.Points.OfType<ChartPoint>().ToList();
        if (known.Count == 0)
            return "Nothing was measured in this time.";
        var most = data.Points.Select((point, index) => (point, index)).MaxBy(entry => entry.point?.High ?? -1);
        var gaps = Since(data, zone) + Missing(data);
        return $"Mean {scale.Exact(known.Average(point => point.Mean))}, most {scale.Exact(known.Max(point => point.High))} at {Clock(data.At(most.index), data.Step, zone)}.{gaps}";
    }

    /// <summary>What is missing at the left was before the record began.</summary>
    private static string Since(ChartData data, TimeZoneInfo zone) =>
        data.FirstKnown is > 0 and var first ? $" Known since {Clock(data.At(first), data.Step, zone)}." : "";

    private static string Missing(ChartData data) => data.Points.Skip(data.FirstKnown ?? 0).Count(point => point is null) switch
    {
        0 => "",
        1 => " One point is missing.",
        var missing => $" {missing} points are missing.",
    };

    /// <summary>"14:05", and the day before it where steps are long enough for it to matter.</summary>
    public static string Clock(DateTimeOffset at, TimeSpan step, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(step >= TimeSpan.FromDays(1) ? "d MMM yyyy" : step >= TimeSpan.FromMinutes(5) ? "d MMM HH:mm" : "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
