using HomelabPortal.Reconcile;

namespace HomelabPortal.Api.Plans;

/// <summary>An outside system at the last look.</summary>
/// <param name="Fault">Why it could not be seen; null when it was.</param>
internal sealed record TargetResource(string Name, DateTimeOffset LookedAt, FaultKind? FaultKind, string? Fault)
{
    public static TargetResource Of(TargetStatus target) => new(target.Name, target.LookedAt, target.Fault?.Kind, target.Fault?.Message);
}
