using System.Runtime.CompilerServices;
using HomelabPortal.Cluster.Pods;

namespace HomelabPortal.Cluster.Namespaces;

/// <summary>Adds up the pods of every namespace: once for each list of pods, when the first page asks, and for all viewers.</summary>
internal static class NamespaceTotals
{
    private static readonly ConditionalWeakTable<IReadOnlyList<PodRow>, Dictionary<string, NamespaceTotal>> _known = [];

    public static NamespaceTotal Of(ClusterState state, string ns) => _known.GetValue(state.PodRows, Sum).GetValueOrDefault(ns);

    private static Dictionary<string, NamespaceTotal> Sum(IReadOnlyList<PodRow> rows)
    {
        var totals = new Dictionary<string, NamespaceTotal>();
        var (ns, total) = ("", default(NamespaceTotal));
        // The rows stand in order of their namespace, so each is looked up once only.
        foreach (var row in rows)
        {
            if (row.Namespace != ns)
            {
                totals[ns] = total;
                (ns, total) = (row.Namespace, default);
            }

            total = total.Add(row);
        }

        totals[ns] = total;
        return totals;
    }
}
