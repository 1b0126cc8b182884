using System.Globalization;
using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>Reads the pause of an "@every" in the notation of Go: "90s", "1h30m", "1.5h".</summary>
internal static partial class CronPause
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);

    /// <summary>Rounded to whole seconds, at least one; null for what is no pause.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (!Whole().IsMatch(text))
            return null;
        var seconds = Part().Matches(text).Sum(part => double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * Seconds(part.Groups[2].Value));
        if (seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            return null;
        var pause = TimeSpan.FromSeconds(Math.Floor(seconds));
        return pause < _shortest ? _shortest : pause;
    }

    private static double Seconds(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "us" or "µs" => 1e-6,
        _ => 1e-9,
    };

    [GeneratedRegex(@"^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
