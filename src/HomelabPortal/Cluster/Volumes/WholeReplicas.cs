using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>
/// Which replicas of a volume hold all its data, as Longhorn itself decides before it lets a node be drained.
/// <list type="table">
/// <item>being deleted, or not placed on a node → no</item>
/// <item>failed, or never healthy (so being built) → no</item>
/// <item>its volume's engine calls it write-only or faulty → no</item>
/// <item>otherwise yes, also while it is stopped because its volume is detached</item>
/// </list>
/// </summary>
internal static class WholeReplicas
{
    public static bool IsWhole(LonghornReplica replica, LonghornEngine? engine) =>
        replica is { Metadata.DeletionTimestamp: null, Spec: { NodeId.Length: > 0, FailedAt: null, HealthyAt: not null } }
        && (engine is null || !engine.Status.ReplicaModeMap.TryGetValue(replica.Metadata.Name, out var mode) || mode is "RW" or "");
}
