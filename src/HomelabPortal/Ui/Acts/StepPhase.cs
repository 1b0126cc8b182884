namespace HomelabPortal.Ui.Acts;

public enum StepPhase
{
    Pending,
    Running,
    Done,
    Failed,

    /// <summary>Not needed, or given up because an earlier step failed.</summary>
    Skipped,
}
