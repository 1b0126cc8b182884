using HomelabPortal.Api.Plans;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Activity.Api;

/// <summary>What is left to do since the last look at the lab.</summary>
/// <param name="Revision">The revision of what is wanted that was looked at.</param>
/// <param name="LastPassAt">Null until the first look; then an empty plan means nothing.</param>
/// <param name="BrakeFingerprint">Names the mass deletion that waits for an admin; null when none does.</param>
internal sealed record CurrentPlanResource(
    long Revision, ChangePolicy Policy, bool IsRunning, DateTimeOffset? LastPassAt, PlanResource Plan, IReadOnlyList<TargetResource> Targets, string? BrakeFingerprint)
{
    public static CurrentPlanResource Of(ReconcileStatus status) => new(
        status.Revision, status.Policy, status.IsRunning, status.LastPassAt, PlanResource.Of(status.Plan, status.Held, status.Targets),
        [.. status.Targets.Select(TargetResource.Of)], status.BrakeFingerprint);
}
