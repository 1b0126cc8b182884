using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>The pods in one line: "68 on 4 nodes, 1 broken".</summary>
internal static class PodSummary
{
    private static readonly HealthState[] _told = [HealthState.Broken, HealthState.Degraded, HealthState.Unknown, HealthState.Progressing];

    public static string? Of(ClusterState state)
    {
        var rows = state.PodRows;
        if (rows.Count == 0)
            return null;
        var counts = _told
            .Select(told => (told, Count: rows.Count(row => row.State == told)))
            .Where(told => told.Count > 0)
            .Select(told => $"{told.Count} {told.told.Word().ToLowerInvariant()}")
            .ToList();
        var nodes = rows.Where(row => row.Node.Length > 0).Select(row => row.Node).Distinct().Count();
        return $"{rows.Count:N0} on {Spoken.Count(nodes, "node")}, {(counts.Count == 0 ? "all healthy" : string.Join(", ", counts))}";
    }
}
