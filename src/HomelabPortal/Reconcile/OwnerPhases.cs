namespace HomelabPortal.Reconcile;

internal static class OwnerPhases
{
    /// <summary>The step state that a phase was taken from.</summary>
    public static StepState? ExplainedBy(this OwnerPhase phase) =>
        phase == OwnerPhase.InPlace ? null : (StepState)(int)phase;

    public static OwnerPhase Of(IEnumerable<StepStatus> steps) =>
        (OwnerPhase)(int)steps.Select(step => step.State).DefaultIfEmpty(StepState.Pending).Max();
}
