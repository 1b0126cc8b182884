namespace HomelabPortal.Kubernetes;

/// <summary>How far a store can be believed.</summary>
public enum StoreState
{
    /// <summary>The first list has not arrived yet.</summary>
    Syncing,

    /// <summary>The store follows the server.</summary>
    Live,

    /// <summary>The server cannot be followed now; the store holds what was last known.</summary>
    Stale,

    /// <summary>The credentials may not list or watch this kind.</summary>
    Forbidden,

    /// <summary>The server does not serve this kind.</summary>
    NotInstalled,
}
