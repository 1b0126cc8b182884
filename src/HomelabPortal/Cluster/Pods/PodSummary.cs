using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>The pods in one line: "68 on 4 nodes, 1 broken".</summary>
internal static class PodSummary
{
    private static readonly HealthState[] _told = [HealthState.Broken, HealthState.Degraded, HealthState.Unknown, HealthState.Progressing];

    /// <summary>Null while there are no pods.</summary>
    public static string? Of(IReadOnlyList<PodRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var counts = new int[Enum.GetValues<HealthState>().Length];
        var nodes = new HashSet<string>();
        foreach (var row in rows)
        {
            counts[(int)row.State]++;
            if (row.Node.Length > 0)
                nodes.Add(row.Node);
        }

        var told = _told.Where(state => counts[(int)state] > 0).Select(state => $"{counts[(int)state]} {state.Word().ToLowerInvariant()}").ToList();
        return $"{rows.Count:N0} on {Spoken.Count(nodes.Count, "node")}, {(told.Count == 0 ? "all healthy" : string.Join(", ", told))}";
    }
}
