namespace HomelabPortal.Reconcile;

public enum FaultKind
{
    /// <summary>A bad token, a missing permission, invalid input: repeating it changes nothing.</summary>
    NeedsPerson,

    /// <summary>The system is not configured. Nothing is wrong, and what can do without it does.</summary>
    NotConnected,

    /// <summary>Rate limit or a dependency that is not ready: try again after a while.</summary>
    Wait,

    /// <summary>Everything else: try again with growing delays.</summary>
    Retry,
}
