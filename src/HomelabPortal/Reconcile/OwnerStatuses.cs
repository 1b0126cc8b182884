using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>
/// Pure: from what should be, what the ledger holds and what the plan still wants, says how each exposure stands.
/// <code>
/// resource of an exposure          step
/// login not as it should be        Unguarded
/// failed in this pass              Failed, with the fault
/// refused by the planner           Refused, or Contended when somebody keeps undoing it, with the reason
/// held by the guard                Held, or Drifted when somebody else changed it
/// being written                    Working
/// its target is not connected      NotManaged when it is optional, else Unknown
/// its target cannot be seen        Unknown
/// in place, not in effect          Waiting
/// change left in the plan          Pending, or Waiting for an earlier step
/// none of these                    InPlace
/// </code>
/// </summary>
internal static class OwnerStatuses
{
    internal sealed record Inputs(
        PlanRequest Request, IReadOnlyList<TargetViews.Look> Looks, Plan Plan, ImmutableArray<HeldChange> Held, PassProgress Progress,
        ReconcileStatus Previous, DateTimeOffset Now);

    public static ImmutableDictionary<string, OwnerStatus> Build(Inputs inputs) =>
        Resources(inputs)
            .GroupBy(resource => resource.OwnerId)
            .Select(owner => StatusOf(owner.Key, owner.Select(resource => resource.Key).Distinct(), inputs))
            .ToImmutableDictionary(status => status.OwnerId);

    private static IEnumerable<(string OwnerId, ResourceKey Key)> Resources(Inputs inputs) =>
        inputs.Request.Desired.Select(resource => (resource.OwnerId, resource.Key))
            .Concat(inputs.Request.Ledger.Entries.Values.Select(entry => (entry.OwnerId, entry.Key)))
            .Concat(inputs.Plan.Refusals.Select(refusal => (refusal.OwnerId, refusal.Key)));

    private static OwnerStatus StatusOf(string ownerId, IEnumerable<ResourceKey> keys, Inputs inputs)
    {
        var steps = keys.Select(key => StepOf(key, inputs))
            .OrderBy(step => step.Stage)
            .ThenBy(step => step.Key.Kind, StringComparer.Ordinal)
            .ThenBy(step => step.Key.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var phase = steps.Select(step => step.Phase).DefaultIfEmpty(OwnerPhase.Pending).Max();
        var verifiedAt = phase <= OwnerPhase.NotManaged ? inputs.Now : inputs.Previous.Of(ownerId)?.VerifiedAt;
        return new OwnerStatus(ownerId, phase, steps, verifiedAt);
    }

    private static StepStatus StepOf(ResourceKey key, Inputs inputs)
    {
        var change = inputs.Plan.Changes.FirstOrDefault(candidate => candidate.Key == key);
        var look = inputs.Looks.FirstOrDefault(candidate => candidate.Target.Name == key.Target);
        var stage = change?.Stage ?? look?.Target.Stages.Build ?? ChangeStage.BuildRoute;
        var (phase, text) = Judge(key, change, look, inputs);
        return new StepStatus(key, stage, phase, text);
    }

    private static (OwnerPhase Phase, string Text) Judge(ResourceKey key, Change? change, TargetViews.Look? look, Inputs inputs)
    {
        var waiting = inputs.Plan.Waiting.FirstOrDefault(candidate => candidate.Key == key);
        if (waiting is { IsUnguarded: true })
            return (OwnerPhase.Unguarded, waiting.Why);
        if (inputs.Progress.Failures.TryGetValue(key, out var fault))
            return (OwnerPhase.Failed, fault);
        if (inputs.Plan.Refusals.FirstOrDefault(refusal => refusal.Key == key) is { } refusal)
            return (refusal.IsContended ? OwnerPhase.Contended : OwnerPhase.Refused, refusal.Why);
        if (inputs.Held.FirstOrDefault(candidate => candidate.Change.Key == key) is { } held)
            return (held.Change.IsDrift ? OwnerPhase.Drifted : OwnerPhase.Held, $"{held.Change.Description}: {held.Why}");
        if (change is not null && inputs.Progress.Working.Contains(key))
            return (OwnerPhase.Working, change.Description);
        if (look is { View: null, Fault.Kind: FaultKind.NotConnected } && inputs.Request.Desired.Any(resource => resource.Key == key && resource.IsOptional))
            return (OwnerPhase.NotManaged, $"Not managed here. {look.Fault.Message}");
        if (look is null || look.View is null)
            return (OwnerPhase.Unknown, look?.Fault?.Message ?? $"{key.Target} has not been looked at yet.");
        if (waiting is not null)
            return (OwnerPhase.Waiting, waiting.Why);
        if (change is null)
            return (OwnerPhase.InPlace, key.ToString());
        return inputs.Progress.Blocked.TryGetValue(key, out var blocked)
            ? (OwnerPhase.Waiting, $"Waits for an earlier step: {blocked}")
            : (OwnerPhase.Pending, change.Description);
    }
}
