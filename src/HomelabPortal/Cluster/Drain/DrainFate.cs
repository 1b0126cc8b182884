namespace HomelabPortal.Cluster.Drain;

/// <summary>What becomes of a pod when its node is drained.</summary>
public enum DrainFate
{
    /// <summary>It is evicted, and whatever made it makes another one elsewhere.</summary>
    Moves,

    /// <summary>It is evicted and nothing makes it again.</summary>
    IsGoneForGood,

    /// <summary>It is done already; only its record goes.</summary>
    Finished,

    /// <summary>A DaemonSet would put it back on the same node at once.</summary>
    StaysWithDaemonSet,

    /// <summary>The kubelet runs it from a file of its own; the API server shows a mirror.</summary>
    StaysStatic,
}
