using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Probing;

/// <summary>How outcomes are shown. Only what is verified is green.</summary>
public static class ProbeOutcomes
{
    public static HealthState State(this ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Verified => HealthState.Healthy,
        ProbeOutcome.Reached => HealthState.Off,
        ProbeOutcome.NotTested => HealthState.Unknown,
        _ => HealthState.Broken,
    };

    public static string Word(this ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Verified => "Verified",
        ProbeOutcome.Reached => "Reached",
        ProbeOutcome.ServerError => "Server error",
        ProbeOutcome.Unreachable => "Unreachable",
        _ => "Not tested",
    };
}
