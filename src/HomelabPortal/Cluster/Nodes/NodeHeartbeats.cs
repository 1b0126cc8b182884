using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>
/// Reads the leases by which kubelets say that they live. A lease is late when it lags behind the newest one by more than it lasts:
/// both times are the cluster's own, so a portal whose clock is off does not take every node for silent.
/// Only when all of them are old by minutes is the portal's clock asked.
/// </summary>
internal static class NodeHeartbeats
{
    private static readonly TimeSpan _lasts = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan _surelySilent = TimeSpan.FromMinutes(5);

    /// <summary>By node; empty while the leases cannot be read.</summary>
    public static IReadOnlyDictionary<string, NodeHeartbeat> Of(ClusterState state, DateTimeOffset now)
    {
        if (state.NodeLeases.Status.Phase != SourcePhase.Live)
            return new Dictionary<string, NodeHeartbeat>();
        var newest = state.NodeLeases.All.Max(lease => lease.Spec.RenewTime);
        return state.NodeLeases.All
            .Where(lease => lease.Spec.RenewTime is not null)
            .ToDictionary(lease => lease.Metadata.Name, lease => Of(lease, newest!.Value, now));
    }

    private static NodeHeartbeat Of(Lease lease, DateTimeOffset newest, DateTimeOffset now)
    {
        var (at, lasts) = (lease.Spec.RenewTime!.Value, lease.Spec.LeaseDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : _lasts);
        return new NodeHeartbeat(at, newest - at > lasts || now - at > _surelySilent);
    }
}
