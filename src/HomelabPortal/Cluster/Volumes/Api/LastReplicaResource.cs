namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A volume that is lost, or out of reach, when one node goes.</summary>
/// <param name="Claim">Empty when no claim uses it.</param>
/// <param name="Replicas">How many it should have.</param>
internal sealed record LastReplicaResource(string Node, string Volume, string Namespace, string Claim, LastReplicaCause Cause, bool IsInUse, int Replicas, long Bytes, string Sentence)
{
    public static LastReplicaResource Of(LastReplica last) =>
        new(last.Node, last.Volume, last.Namespace, last.Claim, last.Cause, last.IsInUse, last.Replicas, last.Bytes, last.Sentence);
}
