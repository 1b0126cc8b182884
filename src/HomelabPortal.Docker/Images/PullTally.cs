namespace HomelabPortal.Docker;

/// <summary>
/// Adds up the reports of a pull.
/// <list type="table">
/// <item><term>Pulling fs layer, Waiting</term><description>a layer, nothing known of it</description></item>
/// <item><term>Downloading</term><description>bytes done and in all</description></item>
/// <item><term>Verifying Checksum, Download complete, Extracting</term><description>all its bytes are here</description></item>
/// <item><term>Pull complete, Already exists</term><description>in place</description></item>
/// <item><term>Retrying in …</term><description>its download begins anew</description></item>
/// </list>
/// </summary>
public sealed class PullTally
{
    private const string DigestPrefix = "Digest: ";

    private readonly Dictionary<string, (long Done, long Total, bool IsInPlace)> _layers = [];
    private string? _digest;

    /// <summary>Counts one more report and tells how far the pull is.</summary>
    public PullTotals Add(PullProgress report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Layer is { } layer)
            _layers[layer] = Next(_layers.GetValueOrDefault(layer), report);
        else if (report.Status.StartsWith(DigestPrefix, StringComparison.Ordinal))
            _digest = report.Status[DigestPrefix.Length..];
        return new PullTotals(
            _layers.Count, _layers.Values.Count(each => each.IsInPlace),
            _layers.Values.Sum(each => each.Done), _layers.Values.Sum(each => each.Total), _digest);
    }

    private static (long Done, long Total, bool IsInPlace) Next((long Done, long Total, bool IsInPlace) known, PullProgress report) => report.Status switch
    {
        "Downloading" => (Math.Max(0, report.Current ?? known.Done), Math.Max(report.Current ?? 0, report.Total ?? known.Total), false),
        "Verifying Checksum" or "Download complete" or "Extracting" => (known.Total, known.Total, false),
        "Pull complete" or "Already exists" => (known.Total, known.Total, true),
        _ when report.Status.StartsWith("Retrying", StringComparison.Ordinal) => (0, known.Total, false),
        _ => known,
    };
}
