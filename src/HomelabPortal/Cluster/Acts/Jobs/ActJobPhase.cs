namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>How an act in the background stands.</summary>
public enum ActJobPhase
{
    Running,
    Done,
    Failed,

    /// <summary>A person took it back; what it had done by then stays done.</summary>
    Cancelled,

    /// <summary>The portal stopped while it ran.</summary>
    Interrupted,
}
