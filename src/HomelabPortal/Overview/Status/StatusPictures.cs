using System.Collections.Immutable;
using HomelabPortal.Apps;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Values;

namespace HomelabPortal.Overview.Status;

/// <summary>Draws the status page from what is published. Nothing that cannot be seen counts as well.</summary>
internal sealed class StatusPictures(Live<ShellState> shell, Live<ClusterState> cluster, Live<OverviewState> overview, Live<AppState> apps, TimeProvider time)
{
    /// <summary>A phone shows no more at once, and the document stays small.</summary>
    private const int Most = 12;

    public StatusPicture Take() => Of(shell.Current.Value, cluster.Current, overview.Current, apps.Current, time.GetUtcNow());

    public static StatusPicture Of(ShellState shell, LiveValue<ClusterState> cluster, LiveValue<OverviewState> overview, LiveValue<AppState> apps, DateTimeOffset now)
    {
        var verdict = LabVerdict.Of(overview, cluster.Value, shell.Sources);
        // What was seen last is said with its age, and no line of it is green.
        var problems = overview.Value.Problems;
        return new StatusPicture(
            shell.LabName, shell.IsSimulated, verdict.State, verdict.Headline, Note(verdict, now),
            [.. problems.Take(Most).Select(problem => new StatusLine(problem.State, problem.Title, Text(problem, now), problem.Link) { Steps = problem.Steps })],
            Math.Max(0, problems.Length - Most), Counts(cluster, overview, apps), shell.Sources, now);
    }

    private static string? Note(LabVerdict verdict, DateTimeOffset now) =>
        verdict is { AsOf: { } asOf, IsWhole: false } ? $"{verdict.Note} What follows of it is {RelativeTime.Format(now - asOf)} old." : verdict.Note;

    private static string Text(Problem problem, DateTimeOffset now) =>
        problem.AsOf is { } asOf ? $"{problem.Sentence} Seen {RelativeTime.Format(now - asOf)} ago." : problem.Sentence;

    private static ImmutableArray<StatusLine> Counts(LiveValue<ClusterState> cluster, LiveValue<OverviewState> overview, LiveValue<AppState> apps)
    {
        var isSeen = overview.IsCurrent && cluster.Fault is null;
        var lines = new List<StatusLine>();
        if (cluster.Value.NodeRows is { Count: > 0 } nodes)
            lines.Add(Count("Nodes", nodes.Count(node => node.State == HealthState.Healthy), nodes.Count, isSeen, "/cluster/nodes"));
        if (overview.Value.Workloads > 0)
            lines.Add(Count("Workloads", overview.Value.FineWorkloads, overview.Value.Workloads, isSeen, "/cluster/workloads"));
        var all = apps.Value.All.ToList();
        if (all.Count > 0)
            lines.Add(Count("Apps", all.Count(app => app.State == HealthState.Healthy), all.Count, apps.Fault is null && all.TrueForAll(app => app.State != HealthState.Unknown), "/apps"));
        return [.. lines];
    }

    private static StatusLine Count(string kind, int fine, int all, bool isSeen, string href) =>
        new(!isSeen ? HealthState.Unknown : fine == all ? HealthState.Healthy : HealthState.Degraded, kind, $"{fine} of {all}", href);
}
