using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Reports;

/// <summary>How verdicts are shown, and how other rooms' states become verdicts.</summary>
public static class TraceVerdicts
{
    public static HealthState State(this TraceVerdict verdict) => verdict switch
    {
        TraceVerdict.Healthy => HealthState.Healthy,
        TraceVerdict.Degraded => HealthState.Degraded,
        TraceVerdict.Broken => HealthState.Broken,
        _ => HealthState.Unknown,
    };

    /// <summary>What is on its way serves already, if worse than it should; what is off serves nobody.</summary>
    public static TraceVerdict Verdict(this HealthState state) => state switch
    {
        HealthState.Healthy => TraceVerdict.Healthy,
        HealthState.Progressing or HealthState.Degraded => TraceVerdict.Degraded,
        HealthState.Broken or HealthState.Off => TraceVerdict.Broken,
        _ => TraceVerdict.Unknown,
    };
}
