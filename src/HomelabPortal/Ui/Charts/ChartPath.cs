using System.Globalization;
using System.Text;

namespace HomelabPortal.Ui.Charts;

/// <summary>SVG paths over a plot of <see cref="Width"/> by <see cref="Height"/>. What is missing is never bridged: each run of points is a path of its own.</summary>
internal static class ChartPath
{
    public const double Width = 1000;
    public const double Height = 200;

    public static string Line(IReadOnlyList<double?> shares)
    {
        var path = new StringBuilder();
        foreach (var (start, end) in Runs(shares))
        {
            path.Append('M').Append(Point(start, shares));
            // A lone point is a dot: a line of no length with round ends.
            if (end == start + 1)
                path.Append("h0");
            for (var index = start + 1; index < end; index++)
                path.Append('L').Append(Point(index, shares));
        }

        return path.ToString();
    }

    public static string Area(IReadOnlyList<double?> shares) => Band([.. shares.Select(share => share is null ? null : (double?)0)], shares);

    /// <summary>Between two lines that are known at the same points.</summary>
    public static string Band(IReadOnlyList<double?> lower, IReadOnlyList<double?> upper)
    {
        var path = new StringBuilder();
        foreach (var (start, end) in Runs(upper))
        {
            path.Append('M').Append(Point(start, upper));
            for (var index = start + 1; index < end; index++)
                path.Append('L').Append(Point(index, upper));
            for (var index = end - 1; index >= start; index--)
                path.Append('L').Append(Point(index, lower));
            path.Append('Z');
        }

        return path.ToString();
    }

    /// <summary>A level: flat over each step, and straight up or down between two.</summary>
    public static string Steps(IReadOnlyList<double?> shares)
    {
        var path = new StringBuilder();
        foreach (var (start, end) in Runs(shares))
        {
            path.Append(CultureInfo.InvariantCulture, $"M{Edge(start, shares.Count):0.#} {Y(shares[start] ?? 0):0.#}");
            for (var index = start; index < end; index++)
            {
                if (index > start && shares[index] != shares[index - 1])
                    path.Append(CultureInfo.InvariantCulture, $"V{Y(shares[index] ?? 0):0.#}");
                if (index + 1 == end || shares[index + 1] != shares[index])
                    path.Append(CultureInfo.InvariantCulture, $"H{Edge(index + 1, shares.Count):0.#}");
            }
        }

        return path.ToString();
    }

    /// <summary>From where to where points follow each other without a gap.</summary>
    private static IEnumerable<(int Start, int End)> Runs(IReadOnlyList<double?> shares)
    {
        for (var start = 0; start < shares.Count; start++)
        {
            if (shares[start] is null)
                continue;
            var end = start + 1;
            while (end < shares.Count && shares[end] is not null)
                end++;
            yield return (start, end);
            start = end;
        }
    }

    /// <summary>A point is drawn in the middle of its step.</summary>
    private static string Point(int index, IReadOnlyList<double?> shares) =>
        string.Create(CultureInfo.InvariantCulture, $"{(index + 0.5) * Width / shares.Count:0.#} {Y(shares[index] ?? 0):0.#}");

    private static double Edge(int index, int count) => index * Width / count;

    private static double Y(double share) => Height * (1 - share);
}
