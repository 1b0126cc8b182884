using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>Everything one pass decided, before and while it is carried out.</summary>
internal sealed record ReconcilePass(
    DesiredState State, PlanRequest Request, IReadOnlyList<TargetViews.Look> Looks, Plan Plan, GuardedPlan Guarded, PassProgress Progress)
{
    /// <summary>One stage's changes for one target.</summary>
    internal sealed record Batch(ITarget Target, ChangeStage Stage, ImmutableArray<Change> Changes);

    public string AllowedText => new Plan { Changes = Guarded.Allowed, Refusals = Plan.Refusals }.ToText();

    public static PlanRequest RequestFor(
        DesiredState state, IEnumerable<IDesiredCompiler> compilers, Ledger ledger, IEnumerable<TargetViews.Look> looks)
    {
        var facts = looks.Where(look => look.View is not null).Aggregate(new LabFacts(), (known, look) => known.Merge(look.View!.Facts));
        return PlanRequest.From(state, compilers, ledger, facts);
    }

    public static Plan PlanOf(PlanRequest request, IEnumerable<TargetViews.Look> looks) =>
        Plan.Join(looks.Where(look => look.View is not null).Select(look => look.View!.Plan(request)));

    /// <summary>What is stuck before anything is written.</summary>
    public StageGate Gate()
    {
        var gate = new StageGate();
        foreach (var look in Looks.Where(look => look.View is null))
            BlockUnseen(gate, look);
        var wanted = Request.Desired.Select(resource => resource.Key).ToHashSet();
        foreach (var refusal in Plan.Refusals)
        {
            // What should go and may not stands in the way of taking away what is behind it.
            var (withdraw, build) = StagesOf(refusal.Key);
            gate.Block(refusal.OwnerId, wanted.Contains(refusal.Key) ? build : withdraw, refusal.Why);
        }

        foreach (var waiting in Plan.Waiting)
            gate.Block(waiting.OwnerId, StagesOf(waiting.Key).Build, waiting.Why);
        foreach (var held in Guarded.Held)
            gate.Block(held.Change.OwnerId, held.Change.Stage, held.Why);
        return gate;
    }

    /// <summary>What may be written now in one stage; what may not is noted as blocked.</summary>
    public IEnumerable<Batch> BatchesOf(ChangeStage stage, StageGate gate)
    {
        var open = new List<Change>();
        foreach (var change in Guarded.Allowed.Where(change => change.Stage == stage))
        {
            if (gate.WhyBlocked(change) is { } why)
                Progress.Blocked[change.Key] = why;
            else
                open.Add(change);
        }

        return open.GroupBy(change => change.Key.Target)
            .Select(group => new Batch(Looks.First(look => look.Target.Name == group.Key).Target, stage, [.. group]));
    }

    private void BlockUnseen(StageGate gate, TargetViews.Look look)
    {
        var why = look.Fault?.Message ?? $"{look.Target.Name} cannot be seen.";
        var wanted = Request.Desired.Where(resource => resource.Key.Target == look.Target.Name).ToLookup(resource => resource.Key);
        foreach (var owner in wanted.SelectMany(resources => resources).Select(resource => resource.OwnerId).Distinct())
            gate.Block(owner, look.Target.Stages.Build, why);
        foreach (var entry in Request.Ledger.Of(look.Target.Name).Where(entry => !wanted.Contains(entry.Key)))
            gate.Block(entry.OwnerId, look.Target.Stages.Withdraw, why);
    }

    private (ChangeStage Withdraw, ChangeStage Build) StagesOf(ResourceKey key) =>
        Looks.First(look => look.Target.Name == key.Target).Target.Stages;
}
