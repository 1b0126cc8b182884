using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Metrics;

/// <summary>What a node uses now, and used in the last hour.</summary>
/// <param name="Points">One a minute, oldest first; null where nothing was measured.</param>
/// <param name="Latest">Null while nothing measures it.</param>
public sealed record UsageHistory(ImmutableArray<Usage?> Points, Usage? Latest)
{
    /// <summary>Minutes.</summary>
    public const int Longest = 60;

    public static UsageHistory Empty { get; } = new([], null);

    /// <summary>The minutes and the figure of now as one line.</summary>
    public IEnumerable<Usage?> Line => Latest is null ? Points : Points.Append(Latest);
}
