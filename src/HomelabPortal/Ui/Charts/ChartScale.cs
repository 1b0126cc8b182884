using System.Collections.Immutable;
using System.Globalization;

namespace HomelabPortal.Ui.Charts;

/// <summary>A value axis: the unit whose numbers are short, and round marks from zero to the top.</summary>
/// <param name="Unit">As a word: "millicores", "GiB".</param>
/// <param name="Factor">How much one of the unit is.</param>
/// <param name="Top">The value at the upper edge.</param>
/// <param name="Marks">Values of the marks, zero first.</param>
/// <param name="Digits">Decimals that a mark needs.</param>
internal sealed record ChartScale(string Unit, double Factor, double Top, ImmutableArray<double> Marks, int Digits)
{
    private const int MostMarks = 5;
    private const double All = 100;
    private static readonly string[] _binary = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>Decimals of a value that is read exactly, where the marks are coarse.</summary>
    public int ExactDigits => Top / Factor < 10 ? 2 : 1;

    public static ChartScale Of(double highest, ChartUnit unit)
    {
        highest = double.IsFinite(highest) && highest > 0 ? highest : LeastOf(unit);
        if (unit == ChartUnit.Percent)
            highest = All;
        var (word, factor) = UnitOf(highest, unit);
        var step = NiceStep(highest / factor / (MostMarks - 1));
        var count = (int)Math.Ceiling(Math.Round(highest / factor / step, 6));
        var digits = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9) + (HasHalf(step) ? 1 : 0));
        return new ChartScale(word, factor, count * step * factor, [.. Enumerable.Range(0, count + 1).Select(mark => mark * step * factor)], digits);
    }

    /// <summary>"2.5", as it stands beside a mark.</summary>
    public string Mark(double value) => (value / Factor).ToString("F" + Digits, CultureInfo.InvariantCulture);

    /// <summary>"2.31 GiB".</summary>
    public string Exact(double value) => $"{(value / Factor).ToString("F" + ExactDigits, CultureInfo.InvariantCulture)} {Unit}";

    /// <summary>From 0 at the bottom to 1 at the top.</summary>
    public double Share(double value) => Math.Clamp(value / Top, 0, 1);

    /// <summary>How high a chart of nothing is.</summary>
    private static double LeastOf(ChartUnit unit) => unit switch { ChartUnit.Cores => 0.1, ChartUnit.Bytes => 1 << 20, _ => All };

    private static (string Word, double Factor) UnitOf(double highest, ChartUnit unit)
    {
        switch (unit)
        {
            case ChartUnit.Cores:
                return highest < 1 ? ("millicores", 0.001) : ("cores", 1);
            case ChartUnit.Percent:
                return ("%", 1);
            case ChartUnit.Celsius:
                return ("°C", 1);
            case ChartUnit.Watts:
                return ("W", 1);
            case ChartUnit.Milliseconds:
                return highest < 10_000 ? ("ms", 1) : ("s", 1000);
        }

        var (power, factor) = (0, 1.0);
        for (; highest / factor >= 1000 && power < _binary.Length - 1; power++)
            factor *= 1024;
        return (_binary[power], factor);
    }

    /// <summary>The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least so large.</summary>
    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var times = (least / power) switch { <= 1.0000001 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 };
        return times * power;
    }

    private static bool HasHalf(double step) => Math.Round(step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9)), 3) is 2.5;
}
