using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Applications;

/// <summary>All applications and charts: those in trouble first, then by name.</summary>
internal static class ApplicationRows
{
    public static IReadOnlyList<ApplicationRow> Of(ClusterState state, DateTimeOffset now) =>
        [.. state.Applications.All.Select(application => ApplicationRow.Of(application, now)).OrderByDescending(row => Rank(row.State)).ThenBy(row => row.Name, NaturalOrder.Instance)];

    public static IReadOnlyList<ChartRow> Charts(ClusterState state) =>
        [.. state.HelmCharts.All.Select(chart => ChartRow.Of(chart, state)).OrderByDescending(row => Rank(row.State)).ThenBy(row => row.Name, NaturalOrder.Instance)];

    /// <summary>"37 applications, 1 degraded, 1 out of sync"; null while there are none.</summary>
    public static string? Summary(IReadOnlyList<ApplicationRow> rows, IReadOnlyList<ChartRow> charts)
    {
        var parts = new List<string>();
        if (rows.Count > 0)
            parts.Add(Spoken.Count(rows.Count, "application"));
        if (charts.Count > 0)
            parts.Add(Spoken.Count(charts.Count, "chart"));
        parts.AddRange(rows.Select(row => (row.State, row.Word)).Concat(charts.Select(row => (row.State, row.Word)))
            .Where(row => Rank(row.State) > 0)
            .GroupBy(row => row.Word).OrderByDescending(group => group.Max(row => row.State))
            .Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}"));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>What is well or switched off stays in the order of names.</summary>
    private static HealthState Rank(HealthState state) => state is HealthState.Healthy or HealthState.Off ? HealthState.Off : state;
}
