using HomelabPortal.Cluster.Pods;

namespace HomelabPortal.Cluster.Drain;

/// <summary>A pod of the node with its state of this moment and what becomes of it.</summary>
public sealed record DrainRow(DrainPod Pod, PodRow Row)
{
    public string FateText => Pod switch
    {
        { IsLeaving: true } => "leaves now",
        { Fate: DrainFate.StaysWithDaemonSet } => "stays: its DaemonSet keeps one here",
        { Fate: DrainFate.StaysStatic } => "stays: the kubelet runs it by itself",
        { Fate: DrainFate.Finished } => "done: its record goes",
        { Fate: DrainFate.IsGoneForGood } => "gone for good",
        { LosesScratch: true } => "moves, loses its scratch files",
        _ => "moves",
    };

    /// <summary>Those that leave first, then by name.</summary>
    internal static IReadOnlyList<DrainRow> Of(DrainPlan plan, ClusterState state)
    {
        var rows = state.PodRows.Where(row => row.Node == plan.Node).ToDictionary(row => row.Uid);
        return [.. plan.Pods.OrderByDescending(pod => pod.MustGo).Where(pod => rows.ContainsKey(pod.Uid)).Select(pod => new DrainRow(pod, rows[pod.Uid]))];
    }
}
