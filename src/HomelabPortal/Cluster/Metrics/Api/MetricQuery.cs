using System.Globalization;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Metrics.Reading;

namespace HomelabPortal.Cluster.Metrics.Api;

/// <summary>Reads <c>range</c> and <c>step</c> of a request.</summary>
internal static class MetricQuery
{
    private const int MostPoints = 2000;

    /// <exception cref="ProblemException">One of them is none, or together they ask for too much.</exception>
    public static MetricRange Range(string? range, string? step, IReadOnlyList<MetricRange> known)
    {
        var chosen = known.FirstOrDefault(one => one.Key == (range ?? MetricRange.Hour.Key))
            ?? throw new ProblemException(Problem.Invalid("range", $"range is one of {string.Join(", ", known.Select(one => one.Key))}."));
        if (step is null)
            return chosen;
        if (Length(step) is not { } length || length < TimeSpan.FromMinutes(1) || length > chosen.Length)
            throw new ProblemException(Problem.Invalid("step", "step is a number of minutes, hours or days up to the range, such as 1m, 15m, 2h or 1d."));
        return chosen.Length / length <= MostPoints
            ? chosen with { Step = length }
            : throw new ProblemException(Problem.Invalid("step", $"step is too short: the answer would have more than {MostPoints} points."));
    }

    private static TimeSpan? Length(string text)
    {
        if (text.Length is < 2 or > 5 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            _ => null,
        };
    }
}
