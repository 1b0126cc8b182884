using HomelabPortal.Reconcile;

namespace HomelabPortal.Api.Plans;

/// <summary>What would be done, what would not, and what could not be looked at.</summary>
/// <param name="Held">Writes that the policy or the brake holds back.</param>
/// <param name="Unseen">Systems whose part of the plan is unknown.</param>
internal sealed record PlanResource(
    IReadOnlyList<ChangeResource> Changes, IReadOnlyList<HeldResource> Held, IReadOnlyList<RefusalResource> Refusals,
    IReadOnlyList<WaitingResource> Waiting, IReadOnlyList<TargetResource> Unseen)
{
    public static PlanResource Of(PlanPreview.Result result) => Of(result.Plan, result.Guarded.Held, result.Unseen);

    public static PlanResource Of(Plan plan, IEnumerable<HeldChange> held, IEnumerable<TargetStatus> targets) => new(
        [.. plan.Changes.Select(ChangeResource.Of)],
        [.. held.Select(one => new HeldResource(ChangeResource.Of(one.Change), one.Why))],
        [.. plan.Refusals.Select(RefusalResource.Of)],
        [.. plan.Waiting.Select(one => new WaitingResource(one.Key.Target, one.Key.Kind, one.Key.Name, one.OwnerId, one.Why))],
        [.. targets.Where(target => target.Fault is not null).Select(TargetResource.Of)]);
}
