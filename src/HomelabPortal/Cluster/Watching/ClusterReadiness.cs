using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Watching;

/// <summary>The portal is worth looking at once nodes and pods are known, or once it is known why they are not.</summary>
internal sealed class ClusterReadiness(Live<ClusterState> live) : IReadiness
{
    public string? WaitsFor => live.Current switch
    {
        { Fault: not null } or { Value.IsConnected: false } => null,
        { Value: { Nodes.Status.Phase: not SourcePhase.Syncing, Pods.Status.Phase: not SourcePhase.Syncing } } => null,
        _ => "the cluster is being read",
    };
}
