using HomelabPortal.Cluster;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview;

/// <summary>
/// Pure: the one answer to "is everything all right?", for the home page, the status page and the API.
/// <list type="table">
/// <item><term>the overview could not be worked out</term><description>unknown, with the age of what follows</description></item>
/// <item><term>the cluster has not answered yet</term><description>looking</description></item>
/// <item><term>something needs somebody now</term><description>as bad as the worst; what cannot be seen is said beside</description></item>
/// <item><term>something that is connected cannot be seen</term><description>unknown, or as bad as its source says</description></item>
/// <item><term>no cluster is connected</term><description>off</description></item>
/// <item><term>none of these</term><description>all right</description></item>
/// </list>
/// </summary>
/// <param name="Headline">What is written largest.</param>
/// <param name="Note">What cannot be seen and why; for no cluster, how to connect one.</param>
public sealed record LabVerdict(HealthState State, string Headline, string? Note = null)
{
    private const int MostDetails = 2;
    private static readonly string[] _numbers = ["", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>False while something that is connected cannot be seen: then nothing wrong is not the same as all right.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>When what cannot be seen now was seen last; null where nothing of it is shown.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public static LabVerdict Of(LiveValue<OverviewState> overview, ClusterState cluster, IEnumerable<SourceFreshness> sources)
    {
        var state = overview.Value;
        if (overview.Fault is { } fault)
            return new LabVerdict(HealthState.Unknown, "The cluster cannot be seen", fault) { IsWhole = false, AsOf = overview.AsOf };
        if (overview.IsLoading && cluster.IsConnected)
            return new LabVerdict(HealthState.Progressing, "Looking at the lab");
        var unseen = Unseen(state, sources).ToList();
        var current = state.Problems.Where(problem => problem.IsCurrent).ToList();
        var seenAt = state.ClusterGap?.AsOf;
        if (current.Count > 0)
            return new LabVerdict(current[0].State, Count(current.Count), unseen.Count == 0 ? null : $"{Names(unseen)}. {Details(unseen)}".TrimEnd()) { IsWhole = unseen.Count == 0, AsOf = seenAt };
        if (unseen.Count > 0)
            return new LabVerdict(unseen.Max(gap => gap.State), Names(unseen), $"{Details(unseen)} Nothing else is known to be wrong.".TrimStart()) { IsWhole = false, AsOf = seenAt };
        return cluster.IsConnected ? new LabVerdict(HealthState.Healthy, "Everything is all right") : new LabVerdict(HealthState.Off, "No cluster is connected", cluster.Help);
    }

    /// <summary>The cluster is told by the overview, and a machine out of sight may be a problem already.</summary>
    private static IEnumerable<Gap> Unseen(OverviewState state, IEnumerable<SourceFreshness> sources)
    {
        if (state.ClusterGap is { } cluster)
            yield return new Gap(cluster.Name, HealthState.Unknown, cluster.Fault);
        foreach (var gap in state.Gaps)
            yield return new Gap(gap.Name, HealthState.Unknown, gap.Fault);
        foreach (var source in sources.Where(source => source.State is HealthState.Unknown or HealthState.Broken && source.Name != SourceFreshnesses.Kubernetes))
        {
            if (!state.Problems.Any(problem => problem.Title == $"{source.Name} cannot be seen"))
                yield return new Gap(source.Name, source.State, source.Detail ?? "");
        }
    }

    private static string Names(IReadOnlyList<Gap> gaps) =>
        gaps.Count == 1 ? $"{gaps[0].Name} cannot be seen" : $"{string.Join(", ", gaps.SkipLast(1).Select(gap => gap.Name))} and {gaps[^1].Name} cannot be seen";

    private static string Details(IEnumerable<Gap> gaps) => string.Join(" ", gaps.Select(gap => gap.Detail).Where(detail => detail.Length > 0).Distinct().Take(MostDetails));

    private static string Count(int problems) => problems == 1 ? "One thing needs you" : problems < _numbers.Length ? $"{_numbers[problems]} things need you" : $"{problems} things need you";

    private sealed record Gap(string Name, HealthState State, string Detail);
}
