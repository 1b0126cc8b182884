using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Workloads;

/// <summary>The workloads in one line: "41, 1 broken, 2 progressing".</summary>
internal static class WorkloadSummary
{
    private static readonly HealthState[] _told = [HealthState.Broken, HealthState.Degraded, HealthState.Unknown, HealthState.Progressing];

    /// <summary>Null while there are none.</summary>
    public static string? Of(IReadOnlyList<WorkloadRow> all)
    {
        var rows = all.Where(row => !row.IsRun).ToList();
        if (rows.Count == 0)
            return null;
        var told = _told.Select(state => (State: state, Count: rows.Count(row => row.State == state))).Where(entry => entry.Count > 0).ToList();
        return $"{rows.Count:N0} in {Spoken.Count(rows.Select(row => row.Namespace).Distinct().Count(), "namespace")}, "
            + (told.Count == 0 ? "all healthy" : string.Join(", ", told.Select(entry => $"{entry.Count} {entry.State.Word().ToLowerInvariant()}")));
    }
}
