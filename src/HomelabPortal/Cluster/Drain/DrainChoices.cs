namespace HomelabPortal.Cluster.Drain;

/// <summary>What the person allows a drain to cost.</summary>
/// <param name="LoseScratch">Files in emptyDir volumes may go.</param>
/// <param name="LoseUnmanaged">Pods that nothing makes again may go.</param>
public sealed record DrainChoices(bool LoseScratch, bool LoseUnmanaged)
{
    public static DrainChoices None { get; } = new(false, false);
}
