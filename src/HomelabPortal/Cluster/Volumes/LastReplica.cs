using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>A volume that is lost, or out of reach, when one node goes.</summary>
/// <param name="Volume">Name of the Longhorn volume or of the PersistentVolume.</param>
/// <param name="Namespace">Of its claim; empty when no claim uses it.</param>
/// <param name="Claim">Empty when no claim uses it.</param>
/// <param name="Node">The node that holds the only whole copy.</param>
/// <param name="IsInUse">True while it is attached or bound, so that losing it stops something now.</param>
/// <param name="Replicas">How many replicas it should have; 1 for a node's own storage.</param>
/// <param name="Bytes">Its size.</param>
public sealed record LastReplica(string Volume, string Namespace, string Claim, string Node, LastReplicaCause Cause, bool IsInUse, int Replicas, long Bytes)
{
    /// <summary>The claim's name, or the volume's where no claim uses it.</summary>
    public string Name => Claim.Length > 0 ? Claim : Volume;

    /// <summary>The claim's page; null when no claim uses it.</summary>
    public string? Href => Claim.Length > 0 ? ObjectHref.Of("PersistentVolumeClaim", Namespace, Claim) : null;

    /// <summary>True where nothing else was asked for.</summary>
    public bool IsByChoice => Cause is LastReplicaCause.OneWanted or LastReplicaCause.NodeStorage;

    /// <summary>"The only healthy one of its 3 replicas is on node1."</summary>
    public string Sentence => Cause switch
    {
        LastReplicaCause.NodeStorage => $"It is kept by {Node}'s own file system and has no copy elsewhere.",
        LastReplicaCause.OneWanted => $"It has one replica, on {Node}.",
        LastReplicaCause.OthersSilent => $"Its only replica within reach is on {Node}; the others lie on nodes that do not answer.",
        LastReplicaCause.AllOnOneNode => $"All its healthy replicas are on {Node}.",
        _ => $"The only healthy one of its {Spoken.Count(Replicas, "replica")} is on {Node}.",
    };
}
