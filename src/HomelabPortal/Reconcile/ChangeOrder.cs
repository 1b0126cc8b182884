namespace HomelabPortal.Reconcile;

/// <summary>Whether a person ordered a withdrawal beforehand, so that it is no decision of the portal's own.</summary>
public enum ChangeOrder
{
    None,

    /// <summary>The exposure was given an end, and that has come.</summary>
    Ended,

    /// <summary>Somebody closed every tunnel route.</summary>
    Closed,
}
