namespace HomelabPortal.Docker;

/// <summary>Outcome of starting a container.</summary>
public enum StartResult
{
    /// <summary>It was started.</summary>
    Started,

    /// <summary>It was running already.</summary>
    AlreadyRunning,
}
