namespace HomelabPortal.Cluster.Nodes;

/// <summary>When a kubelet was heard last.</summary>
/// <param name="IsLate">It should have been heard again since.</param>
public readonly record struct NodeHeartbeat(DateTimeOffset At, bool IsLate);
