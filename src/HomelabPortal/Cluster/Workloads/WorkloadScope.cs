using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>Which workloads a page shows: those of one kind, or all. Runs of cron jobs are told by these, and are rows of their own only among jobs.</summary>
internal sealed class WorkloadScope
{
    private (IReadOnlyList<WorkloadRow>? All, WorkloadKind? Kind) _of;
    private IReadOnlyList<WorkloadRow> _rows = [];

    public static IReadOnlyList<Choice> Choices(IReadOnlyList<WorkloadRow> rows)
    {
        var counts = rows.CountBy(row => row.Kind).ToDictionary();
        return [new Choice("", "All", rows.Count(row => !row.IsRun)), .. WorkloadKinds.All.Select(kind => new Choice(kind.Plural, kind.Title, counts.GetValueOrDefault(kind)))];
    }

    /// <summary>How fresh the chosen kind is; of all kinds the one that needs saying most.</summary>
    public static SourceStatus Status(ClusterState state, WorkloadKind? kind) => kind is not null
        ? kind.Status(state)
        : WorkloadKinds.All.Select(each => each.Status(state)).MaxBy(status => status.Phase switch
        {
            SourcePhase.Live => 0,
            SourcePhase.NotInstalled or SourcePhase.Forbidden => -1,
            _ => 1,
        }) ?? SourceStatus.Syncing;

    /// <summary>The same list as long as the rows are the same, so that a table need not look at it again.</summary>
    public IReadOnlyList<WorkloadRow> Rows(IReadOnlyList<WorkloadRow> all, WorkloadKind? kind)
    {
        if (_of != (all, kind))
            (_of, _rows) = ((all, kind), [.. all.Where(row => kind is null ? !row.IsRun : row.Kind == kind)]);
        return _rows;
    }
}
