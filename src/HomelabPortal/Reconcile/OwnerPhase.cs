namespace HomelabPortal.Reconcile;

/// <summary>How one step of an exposure stands, from best to worst; the worst step names the phase of the whole.</summary>
public enum OwnerPhase
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
