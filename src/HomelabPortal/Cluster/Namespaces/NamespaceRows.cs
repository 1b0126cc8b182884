using System.Runtime.CompilerServices;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>The rows of all namespaces, made once for each state, when the first page asks.</summary>
internal static class NamespaceRows
{
    private static readonly ConditionalWeakTable<ClusterState, IReadOnlyList<NamespaceRow>> _known = [];

    public static IReadOnlyList<NamespaceRow> Of(ClusterState state, DateTimeOffset now) => _known.GetValue(state, key => Make(key, now));

    private static IReadOnlyList<NamespaceRow> Make(ClusterState state, DateTimeOffset now)
    {
        var workloads = state.WorkloadRows.Where(row => !row.IsRun).CountBy(row => row.Namespace).ToDictionary();
        return [.. state.Namespaces.All.Select(ns => NamespaceRow.Of(ns, workloads.GetValueOrDefault(ns.Metadata.Name), state, now)).OrderBy(row => row.Name, NaturalOrder.Instance)];
    }
}
