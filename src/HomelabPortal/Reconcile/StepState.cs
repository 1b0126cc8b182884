namespace HomelabPortal.Reconcile;

/// <summary>Ordered like <see cref="OwnerPhase"/>, value by value.</summary>
public enum StepState
{
    InPlace,
    Pending,
    Working,
    Waiting,
    Unknown,
    Held,
    Drifted,
    Refused,
    Failed,
}
