namespace HomelabPortal.Cluster.Drain;

/// <summary>One pod of the node that is to be drained.</summary>
/// <param name="LosesScratch">It has an emptyDir, whose files go with the pod.</param>
/// <param name="IsLeaving">It is terminating already.</param>
public sealed record DrainPod(string Namespace, string Name, string Uid, DrainFate Fate, bool LosesScratch, bool IsLeaving)
{
    public string Key => $"{Namespace}/{Name}";

    public bool MustGo => Fate is DrainFate.Moves or DrainFate.IsGoneForGood or DrainFate.Finished;
}
