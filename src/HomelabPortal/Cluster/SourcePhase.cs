namespace HomelabPortal.Cluster;

/// <summary>How our picture of one kind of object stands.</summary>
public enum SourcePhase
{
    /// <summary>Not read yet.</summary>
    Syncing,

    /// <summary>Watched; what is shown is what is.</summary>
    Live,

    /// <summary>Read before, not readable now.</summary>
    Stale,

    /// <summary>The portal's account may not read this kind.</summary>
    Forbidden,

    /// <summary>The cluster does not have this kind.</summary>
    NotInstalled,
}
