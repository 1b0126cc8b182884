namespace HomelabPortal.Reconcile;

public enum ChangeKind
{
    Create,
    Update,
    Delete,

    /// <summary>Something that stood there already is taken into our care; only by an explicit act.</summary>
    Adopt,

    /// <summary>We forget something without touching it, because it is no longer what we made.</summary>
    Release,
}
