using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>
/// The volumes whose data hangs on one node. For each volume the first line that applies wins.
/// <list type="table">
/// <item>no replica holds all data → none; it is already faulted, which its health says</item>
/// <item>all whole replicas on one node → that node</item>
/// <item>whole replicas on several nodes, one of which answers → that node</item>
/// <item>a PersistentVolume that only one node can reach → that node</item>
/// <item>otherwise none</item>
/// </list>
/// </summary>
public static class LastReplicas
{
    /// <summary>False while Longhorn's volumes or replicas cannot be seen: an empty answer then means nothing.</summary>
    public static bool IsKnown(ClusterState state) => StatusOf(state).IsKnown;

    /// <summary>How the worst of the kinds stands that the answer is made of.</summary>
    public static SourceStatus StatusOf(ClusterState state) =>
        new[] { state.Volumes.Status, state.VolumeReplicas.Status, state.PersistentVolumes.Status } is var needed && needed.FirstOrDefault(status => !status.IsKnown) is { } missing
            ? missing
            : needed[1];

    /// <summary>What is lost or out of reach when the node goes; in the order of their names.</summary>
    public static IReadOnlyList<LastReplica> On(string node, ClusterState state) => [.. All(state).Where(last => last.Node == node)];

    /// <summary>Every volume that hangs on one node, by namespace and name.</summary>
    public static IReadOnlyList<LastReplica> All(ClusterState state)
    {
        var engines = state.VolumeEngines.All.ToLookup(engine => engine.Spec.VolumeName);
        var replicas = state.VolumeReplicas.All.ToLookup(replica => replica.Spec.VolumeName);
        return
        [
            .. state.Volumes.All.Select(volume => Of(volume, replicas[volume.Metadata.Name], VolumeViews.Running(engines[volume.Metadata.Name]), state))
                .Concat(state.PersistentVolumes.All.Select(volume => Of(volume, state)))
                .OfType<LastReplica>()
                .OrderBy(last => last.Namespace, StringComparer.Ordinal).ThenBy(last => last.Name, StringComparer.Ordinal),
        ];
    }

    private static LastReplica? Of(LonghornVolume volume, IEnumerable<LonghornReplica> replicas, LonghornEngine? engine, ClusterState state)
    {
        if (volume.Metadata.DeletionTimestamp is not null)
            return null;
        var whole = replicas.Where(replica => WholeReplicas.IsWhole(replica, engine)).Select(replica => replica.Spec.NodeId).ToList();
        var places = whole.Distinct().ToList();
        var answering = places.Where(node => VolumeDisks.Answers(node, state)).ToList();
        return (places, answering) switch
        {
            ([var only], _) => Last(volume, only, volume.Spec.NumberOfReplicas <= 1 ? LastReplicaCause.OneWanted : whole.Count > 1 ? LastReplicaCause.AllOnOneNode : LastReplicaCause.OthersNotWhole),
            (_, [var only]) => Last(volume, only, LastReplicaCause.OthersSilent),
            _ => null,
        };
    }

    private static LastReplica Last(LonghornVolume volume, string node, LastReplicaCause cause)
    {
        var claim = volume.Status.KubernetesStatus;
        return new LastReplica(
            volume.Metadata.Name, claim?.Namespace ?? "", claim?.PvcName ?? "", node, cause, volume.Status.State is not "detached",
            volume.Spec.NumberOfReplicas, volume.Spec.Size.Whole);
    }

    private static LastReplica? Of(PersistentVolume volume, ClusterState state) =>
        volume.Metadata.DeletionTimestamp is null && PinnedVolumes.NodeOf(volume, state) is { } node
            ? new LastReplica(
                volume.Metadata.Name, volume.Spec.ClaimRef?.Namespace ?? "", volume.Spec.ClaimRef?.Name ?? "", node, LastReplicaCause.NodeStorage,
                volume.Status.Phase == "Bound", 1, volume.Spec.Capacity.TryGetValue("storage", out var size) ? size.Whole : 0)
            : null;
}
