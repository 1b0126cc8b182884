namespace HomelabPortal.Trace.Reports;

/// <summary>How a station of a trace is, worst last. What cannot be known is worse than what is merely not at its best: it may be broken.</summary>
public enum TraceVerdict
{
    Healthy,
    Degraded,

    /// <summary>A source that would tell is missing or old; never shown as healthy.</summary>
    Unknown,

    /// <summary>Requests end here.</summary>
    Broken,
}
