using HomelabPortal.Ui.State;

namespace HomelabPortal.Checks;

/// <summary>How phases are shown.</summary>
public static class CheckPhases
{
    public static HealthState State(this CheckPhase phase) => phase switch
    {
        CheckPhase.Up => HealthState.Healthy,
        CheckPhase.Failing => HealthState.Degraded,
        CheckPhase.Down => HealthState.Broken,
        CheckPhase.Off => HealthState.Off,
        _ => HealthState.Unknown,
    };

    public static string Word(this CheckPhase phase) => phase switch
    {
        CheckPhase.Up => "Up",
        CheckPhase.Failing => "Failing",
        CheckPhase.Down => "Down",
        CheckPhase.Off => "Paused",
        _ => "Unknown",
    };
}
