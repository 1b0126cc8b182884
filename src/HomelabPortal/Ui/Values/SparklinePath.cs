using System.Globalization;
using System.Text;

namespace HomelabPortal.Ui.Values;

/// <summary>Turns a history into one SVG path; gaps stay gaps.</summary>
internal static class SparklinePath
{
    /// <summary>Points spread evenly over the width; <paramref name="ceiling"/> is the value at the top, or null for the highest one.</summary>
    public static string Of(IReadOnlyList<double?> values, double width, double height, double? ceiling)
    {
        var top = ceiling ?? values.Max() ?? 0;
        var scale = top > 0 ? (height - 3) / top : 0;
        var step = values.Count > 1 ? width / (values.Count - 1) : 0;
        var path = new StringBuilder();
        var pen = 'M';
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is not { } value)
            {
                pen = 'M';
                continue;
            }

            var y = height - 1.5 - Math.Clamp(value, 0, Math.Max(top, 0)) * scale;
            path.Append(CultureInfo.InvariantCulture, $"{pen}{index * step:0.#} {y:0.#}");
            pen = 'L';
        }

        return path.ToString();
    }
}
