using HomelabPortal.Reconcile;

namespace HomelabPortal.Api.Plans;

/// <summary>One write that is to be made, or was made.</summary>
/// <param name="Target">kubernetes, tunnel or dns.</param>
/// <param name="OwnerId">The exposure or record it serves.</param>
/// <param name="Request">The call it takes, for whoever wants to know.</param>
/// <param name="IsDrift">Somebody else changed what the portal made.</param>
internal sealed record ChangeResource(
    ChangeKind Kind, string Target, string ResourceKind, string Name, string OwnerId, ChangeStage Stage, string Description, string Reason, bool IsDrift, string? Request)
{
    public static ChangeResource Of(Change change) => new(
        change.Kind, change.Key.Target, change.Key.Kind, change.Key.Name, change.OwnerId, change.Stage, change.Description, change.Reason, change.IsDrift, change.Request);
}
