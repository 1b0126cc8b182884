namespace HomelabPortal.Api;

/// <summary>How far a list can be believed.</summary>
internal enum ListState
{
    /// <summary>What is listed is what is.</summary>
    Live,

    /// <summary>The last known state; its source cannot be read now.</summary>
    Stale,

    /// <summary>Not read yet.</summary>
    Loading,

    /// <summary>Never read, and it cannot be now.</summary>
    Unreachable,

    /// <summary>Its system is not set up.</summary>
    NotConnected,
}
