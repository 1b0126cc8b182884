namespace HomelabPortal.Cluster.Volumes;

/// <summary>Why a volume's data hangs on one node.</summary>
public enum LastReplicaCause
{
    /// <summary>It is kept by one node's own file system.</summary>
    NodeStorage,

    /// <summary>Longhorn was asked for one replica.</summary>
    OneWanted,

    /// <summary>Its other replicas have failed, are being rebuilt or were never placed.</summary>
    OthersNotWhole,

    /// <summary>Its other whole replicas lie on nodes that do not answer.</summary>
    OthersSilent,

    /// <summary>All its whole replicas lie on the one node.</summary>
    AllOnOneNode,
}
