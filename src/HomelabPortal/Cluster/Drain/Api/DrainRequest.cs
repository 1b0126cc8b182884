namespace HomelabPortal.Cluster.Drain.Api;

/// <summary>What a drain may cost.</summary>
/// <param name="LoseScratch">Files in emptyDir volumes may go.</param>
/// <param name="LoseUnmanaged">Pods that nothing makes again may go.</param>
internal sealed record DrainRequest(bool? LoseScratch = null, bool? LoseUnmanaged = null)
{
    public DrainChoices Choices => new(LoseScratch == true, LoseUnmanaged == true);
}
