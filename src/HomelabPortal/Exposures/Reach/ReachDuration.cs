namespace HomelabPortal.Exposures.Reach;

/// <summary>For how long a name is on the Internet; the numbers are hours.</summary>
public enum ReachDuration
{
    Always = 0,
    Hour = 1,
    TwoHours = 2,
    EightHours = 8,

    /// <summary>Until a moment that is typed.</summary>
    Until = -1,

    /// <summary>As long as was said before.</summary>
    Keep = -2,
}
