namespace HomelabPortal.Docker;

/// <summary>What to wait for.</summary>
public enum WaitCondition
{
    /// <summary>That it does not run, which holds at once for a container that has ended.</summary>
    NotRunning,

    /// <summary>That it ends the next time.</summary>
    NextExit,

    /// <summary>That it is removed.</summary>
    Removed,
}
