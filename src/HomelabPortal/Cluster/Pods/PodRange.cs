using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Pods;

/// <summary>Finds the pods of one namespace among all, which stand in order of their namespace, without looking at the others.</summary>
internal static class PodRange
{
    public static IEnumerable<PodRow> Of(IReadOnlyList<PodRow> rows, string ns)
    {
        for (var index = First(rows, ns); index < rows.Count && rows[index].Namespace == ns; index++)
            yield return rows[index];
    }

    private static int First(IReadOnlyList<PodRow> rows, string ns)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (NaturalOrder.Instance.Compare(rows[middle].Namespace, ns) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
