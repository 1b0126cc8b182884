using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>Lines about all nodes together.</summary>
internal static class NodeSummary
{
    public static string? Of(ClusterState state)
    {
        var rows = state.NodeRows;
        if (rows.Count == 0)
            return state.Version;
        var troubled = rows.Where(row => row.State is not (HealthState.Healthy or HealthState.Off)).Select(row => $"{row.Name} {row.Word.ToLowerInvariant()}").Take(3).ToList();
        var health = troubled.Count == 0 ? "all ready" : string.Join(", ", troubled);
        return state.Version is null ? $"{Spoken.Count(rows.Count, "node")}, {health}" : $"{Spoken.Count(rows.Count, "node")} on Kubernetes {state.Version}, {health}";
    }
}
