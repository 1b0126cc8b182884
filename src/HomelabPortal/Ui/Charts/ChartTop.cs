namespace HomelabPortal.Ui.Charts;

/// <summary>How high a chart must reach. Levels belong into it, unless they are so far above that what was used would be a line on the floor.</summary>
internal static class ChartTop
{
    private const double FarAbove = 4;
    private const double Headroom = 1.1;

    public static double Of(ChartData data, IReadOnlyList<ChartLine> lines)
    {
        var used = data.Highest * Headroom;
        var levels = lines.SelectMany(line => line.Values).OfType<double>().Where(level => used <= 0 || level <= used * FarAbove).DefaultIfEmpty().Max();
        return Math.Max(used, levels);
    }
}
