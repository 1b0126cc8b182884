using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>How far one exposure or record has come.</summary>
/// <param name="VerifiedAt">When everything was last read back and found in place.</param>
public sealed record OwnerStatus(string OwnerId, OwnerPhase Phase, ImmutableArray<StepStatus> Steps, DateTimeOffset? VerifiedAt)
{
    /// <summary>The first sentence that explains the phase, or null when all is well.</summary>
    public string? Explanation =>
        Phase <= OwnerPhase.NotManaged ? null : Steps.Where(step => step.Phase == Phase).Select(step => step.Text).FirstOrDefault();
}
