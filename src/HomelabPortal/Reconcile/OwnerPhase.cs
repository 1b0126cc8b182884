namespace HomelabPortal.Reconcile;

/// <summary>The worst state of an exposure's steps names its phase; ordered from best to worst.</summary>
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
