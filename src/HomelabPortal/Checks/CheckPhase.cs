namespace HomelabPortal.Checks;

/// <summary>How a check stands, after single failures were told from outages.</summary>
public enum CheckPhase
{
    /// <summary>Not asked yet, or it could not be asked.</summary>
    Unknown,
    Up,

    /// <summary>It failed, but not often enough in a row to be down.</summary>
    Failing,
    Down,

    /// <summary>Turned off by somebody.</summary>
    Off,
}
