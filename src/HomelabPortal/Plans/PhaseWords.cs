using HomelabPortal.Reconcile;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Plans;

/// <summary>How the reconciler's phases are said to a person.</summary>
internal static class PhaseWords
{
    public static HealthState State(this OwnerPhase phase) => phase switch
    {
        OwnerPhase.InPlace or OwnerPhase.NotManaged => HealthState.Healthy,
        OwnerPhase.Pending or OwnerPhase.Working or OwnerPhase.Waiting => HealthState.Progressing,
        OwnerPhase.Unknown => HealthState.Unknown,
        OwnerPhase.Held => HealthState.Off,
        OwnerPhase.Drifted => HealthState.Degraded,
        _ => HealthState.Broken,
    };

    public static string Word(this OwnerPhase phase) => phase switch
    {
        OwnerPhase.InPlace or OwnerPhase.NotManaged => "In place",
        OwnerPhase.Pending => "Planned",
        OwnerPhase.Working => "Applying",
        OwnerPhase.Waiting => "Settling",
        OwnerPhase.Unknown => "Unknown",
        OwnerPhase.Held => "Held",
        OwnerPhase.Drifted => "Changed by hand",
        OwnerPhase.Refused => "Refused",
        OwnerPhase.Unguarded => "Without its login",
        OwnerPhase.Contended => "Contended",
        _ => "Failed",
    };

    public static Step ToStep(this StepStatus step) => new(Title(step.Key), PhaseOf(step.Phase), step.Phase == OwnerPhase.InPlace ? null : step.Text);

    public static PlanLine ToLine(this Change change) => new(
        change.Kind switch { ChangeKind.Create => PlanLineKind.Create, ChangeKind.Delete => PlanLineKind.Delete, _ => PlanLineKind.Update },
        change.Description, change.Reason, change.Request, change.After?.ToJsonString(PlanText.Indented));

    public static PlanLine ToLine(this Refusal refusal) => new(PlanLineKind.Refused, refusal.Why, refusal.Owner is null ? null : $"owned by {refusal.Owner}");

    public static PlanLine ToLine(this Waiting waiting) => new(PlanLineKind.Waiting, waiting.Why);

    private static string Title(ResourceKey key) => key.Target switch
    {
        "kubernetes" => $"{key.Kind} {key.Name}",
        "tunnel" => "Tunnel rule",
        "dns" => "DNS record",
        "access" when key.Kind == "LoginPolicy" => key.Name.EndsWith("-open", StringComparison.Ordinal) ? "Policy of the open paths" : "Login policy",
        "access" => key.Name.Contains('/') ? $"Open path {key.Name[key.Name.IndexOf('/')..]}" : "Login",
        _ => key.ToString(),
    };

    private static StepPhase PhaseOf(OwnerPhase phase) => phase switch
    {
        OwnerPhase.InPlace => StepPhase.Done,
        OwnerPhase.NotManaged => StepPhase.Skipped,
        OwnerPhase.Working or OwnerPhase.Waiting => StepPhase.Running,
        OwnerPhase.Refused or OwnerPhase.Contended or OwnerPhase.Failed or OwnerPhase.Drifted or OwnerPhase.Unguarded => StepPhase.Failed,
        _ => StepPhase.Pending,
    };
}
