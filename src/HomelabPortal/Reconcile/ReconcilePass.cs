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

    /// <summary>
    /// What is stuck before anything is written.
    /// <code>
    /// a thing                                          what waits
    /// wanted, and refused, waiting or unseen           what is built upon it
    /// wanted or not, made before, and stays as it is   what stands behind it and would be taken away
    /// held by the guard                                what comes after it in its half
    /// </code>
    /// A thing that passed from one owner to another bears on both.
    /// </summary>
    public StageGate Gate()
    {
        var gate = new StageGate();
        foreach (var look in Looks.Where(look => look.View is null))
            BlockUnseen(gate, look);
        var wanted = Request.Desired.Select(resource => resource.Key).ToHashSet();
        foreach (var refusal in Plan.Refusals)
        {
            var (withdraw, build) = StagesOf(refusal.Key);
            if (wanted.Contains(refusal.Key))
                Block(gate, refusal.Key, refusal.OwnerId, build, refusal.Why);
            if (StaysAsItIs(refusal.Key))
                Block(gate, refusal.Key, refusal.OwnerId, withdraw, refusal.Why);
        }

        foreach (var waiting in Plan.Waiting.Where(waiting => !waiting.IsLeft))
            gate.Block(waiting.OwnerId, StagesOf(waiting.Key).Build, waiting.Why);
        foreach (var held in Guarded.Held)
            Stick(gate, held.Change, held.Why);
        return gate;
    }

    /// <summary>A change that is not made keeps what comes after it from being made.</summary>
    public void Stick(StageGate gate, Change change, string why) => Block(gate, change.Key, change.OwnerId, change.Stage, why);

    /// <summary>What may be written now in one stage; what may not is noted as blocked.</summary>
    public IEnumerable<Batch> BatchesOf(ChangeStage stage, StageGate gate)
    {
        var open = new List<Change>();
        foreach (var change in Guarded.Allowed.Where(change => change.Stage == stage))
        {
            if (gate.WhyBlocked(change) is { } why && !ClosesAnyway(change))
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
        // What is wanted may be wanted otherwise than it stands there, and whether it still leads outside cannot be told.
        foreach (var entry in Request.Ledger.Of(look.Target.Name).Where(entry => look.Fault?.Kind != FaultKind.NotConnected || !wanted.Contains(entry.Key)))
        {
            // Whoever took the name over since may not take away either what stands behind it.
            foreach (var owner in Plan.Changes.Where(change => HostOf(change.Key) == HostOf(entry.Key)).Select(change => change.OwnerId).Append(entry.OwnerId).Distinct())
                gate.Block(owner, look.Target.Stages.Withdraw, why);
        }
    }

    /// <summary>
    /// Whoever closes the tunnels wants the rules gone although the records cannot go first.
    /// Another rule may take the request then: a rule that asks for a login goes only while that login is seen to stand.
    /// </summary>
    private bool ClosesAnyway(Change change) =>
        change is { Order: ChangeOrder.Closed, Stage: ChangeStage.WithdrawTunnel }
        && (change.Before?["originRequest"]?["access"] is null || Request.Facts.Logins?.CheckOf((string?)change.Before["hostname"] ?? "") is not null);

    private static string HostOf(ResourceKey key) => key.Name.Split('/')[0];

    private bool StaysAsItIs(ResourceKey key) =>
        Request.Ledger.Find(key) is not null && !Plan.Changes.Any(change => change.Key == key && change.Stage.IsWithdrawal());

    private void Block(StageGate gate, ResourceKey key, string ownerId, ChangeStage stage, string why)
    {
        gate.Block(ownerId, stage, why);
        if (Request.Ledger.Find(key) is { } entry && entry.OwnerId != ownerId)
            gate.Block(entry.OwnerId, stage, why);
    }

    private (ChangeStage Withdraw, ChangeStage Build) StagesOf(ResourceKey key) =>
        Looks.First(look => look.Target.Name == key.Target).Target.Stages;
}
