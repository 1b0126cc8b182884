using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>
/// Reads a replica; the first line that applies wins.
/// <list type="table">
/// <item>being deleted → progressing; not placed → degraded; failed → broken</item>
/// <item>its engine fills it, or it was never healthy → progressing, with the engine's per cent</item>
/// <item>on a node that does not answer → unknown</item>
/// <item>whole and running → healthy; whole and stopped, as of every detached volume → off</item>
/// </list>
/// </summary>
internal static class ReplicaViews
{
    public static IReadOnlyList<ReplicaView> Of(IEnumerable<LonghornReplica> replicas, LonghornEngine? engine, ClusterState state) =>
        [.. replicas.Select(replica => Of(replica, engine, state)).OrderBy(view => view.Node, NaturalOrder.Instance).ThenBy(view => view.Name, StringComparer.Ordinal)];

    private static ReplicaView Of(LonghornReplica replica, LonghornEngine? engine, ClusterState state)
    {
        var (disk, path) = VolumeDisks.Find(replica, state);
        var isWhole = WholeReplicas.IsWhole(replica, engine);
        var (health, word, progress) = Judge(replica, engine, isWhole, state);
        return new ReplicaView(replica.Metadata.Name, replica.Spec.NodeId, disk, path, health, word, isWhole, progress, replica.Spec.FailedAt ?? replica.Spec.HealthyAt);
    }

    private static (HealthState State, string Word, int? Progress) Judge(LonghornReplica replica, LonghornEngine? engine, bool isWhole, ClusterState state) => replica switch
    {
        { Metadata.DeletionTimestamp: not null } => (HealthState.Progressing, "Being deleted", null),
        { Spec.NodeId.Length: 0 } => (HealthState.Degraded, "Not placed", null),
        _ when Rebuild(replica, engine) is { } rebuild => (HealthState.Progressing, $"Rebuilding {rebuild.Progress} %", rebuild.Progress),
        { Spec.FailedAt: not null } => (HealthState.Broken, "Failed", null),
        _ when !VolumeDisks.Answers(replica.Spec.NodeId, state) => (HealthState.Unknown, "Node silent", null),
        _ when !isWhole => (HealthState.Progressing, "Rebuilding", null),
        { Status.CurrentState: "running" } => (HealthState.Healthy, "Healthy", null),
        { Status.CurrentState: "stopped" or "" } => (HealthState.Off, "Stopped", null),
        { Status.CurrentState: "error" } => (HealthState.Broken, "Error", null),
        _ => (HealthState.Progressing, replica.Status.CurrentState is var word && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : "Starting", null),
    };

    /// <summary>The engine names a rebuild by the address of the replica that is filled.</summary>
    private static LonghornRebuild? Rebuild(LonghornReplica replica, LonghornEngine? engine) =>
        engine is not null
        && engine.Status.CurrentReplicaAddressMap.TryGetValue(replica.Metadata.Name, out var address)
        && engine.Status.RebuildStatus.TryGetValue($"tcp://{address}", out var rebuild) && rebuild.IsRebuilding
            ? rebuild
            : null;
}
