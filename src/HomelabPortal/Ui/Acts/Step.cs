using HomelabPortal.Ui.State;

namespace HomelabPortal.Ui.Acts;

/// <summary>One step of something that takes a while.</summary>
/// <param name="Text">What it does: "Write the tunnel rule".</param>
/// <param name="Detail">How it stands or how it ended: "waiting for 2 connectors".</param>
public sealed record Step(string Text, StepPhase Phase, string? Detail = null)
{
    public HealthState State => Phase switch
    {
        StepPhase.Running => HealthState.Progressing,
        StepPhase.Done => HealthState.Healthy,
        StepPhase.Failed => HealthState.Broken,
        _ => HealthState.Off,
    };

    public string Word => Phase.ToString().ToLowerInvariant();
}
