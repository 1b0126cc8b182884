namespace HomelabPortal.Reconcile;

/// <summary>How one step of an exposure stands, from best to worst; the worst step names the phase of the whole.</summary>
public enum OwnerPhase
{
    InPlace,

    /// <summary>Not this portal's to do, because its system is not connected and the owner is served without.</summary>
    NotManaged,
    Pending,
    Working,
    Waiting,
    Unknown,
    Held,
    Drifted,
    Refused,

    /// <summary>Somebody else keeps undoing it, so nothing is written until a person decides.</summary>
    Contended,
    Failed,

    /// <summary>It is on the Internet and its login is not what it should be.</summary>
    Unguarded,
}
