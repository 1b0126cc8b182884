namespace HomelabPortal.Docker;

/// <summary>Outcome of stopping a container.</summary>
public enum StopResult
{
    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>It was not running.</summary>
    AlreadyStopped,
}
