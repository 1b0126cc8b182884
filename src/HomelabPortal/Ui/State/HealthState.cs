namespace HomelabPortal.Ui.State;

/// <summary>How a thing is doing, worst last, so that the worst of many is their maximum.</summary>
public enum HealthState
{
    /// <summary>Switched off on purpose, or does not apply.</summary>
    Off,
    Healthy,
    Progressing,

    /// <summary>Cannot be known now; never shown as healthy.</summary>
    Unknown,
    Degraded,
    Broken,
}
