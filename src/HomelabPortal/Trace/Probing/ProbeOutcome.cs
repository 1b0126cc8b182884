namespace HomelabPortal.Trace.Probing;

/// <summary>How far a try came.</summary>
public enum ProbeOutcome
{
    /// <summary>What was asked for answered, by the way that visitors take.</summary>
    Verified,

    /// <summary>Something is there. That the app answers is not said by it.</summary>
    Reached,

    /// <summary>It answered with an error of its own.</summary>
    ServerError,
    Unreachable,
    NotTested,
}
