using System.Globalization;

namespace HomelabPortal.Ui.Charts;

/// <summary>Values as attributes carry them to <c>js/charts.js</c>: in the scale's unit, commas between, nothing for a gap.</summary>
internal static class ChartValues
{
    public static string Of(IEnumerable<double?> values, ChartScale scale) =>
        string.Join(',', values.Select(value => value is { } known ? Math.Round(known / scale.Factor, scale.ExactDigits).ToString(CultureInfo.InvariantCulture) : ""));

    /// <summary>One value stands for all when a line never changes.</summary>
    public static string Of(ChartLine line, ChartScale scale) => line.IsConstant ? Of([line.Latest], scale) : Of(line.Values, scale);
}
