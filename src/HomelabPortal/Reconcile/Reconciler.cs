using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Reconcile;

/// <summary>
/// One pass: compile, observe, plan, guard, apply, verify, status.
/// It holds no state of its own between passes, so a crash anywhere costs nothing but time.
/// </summary>
internal sealed class Reconciler(
    DesiredStore desired, IEnumerable<IDesiredCompiler> compilers, TargetViews views, Journal journal,
    StageRunner stages, BrakeConfirmation brake, Live<ReconcileStatus> status, TimeProvider time)
{
    private readonly IReadOnlyList<IDesiredCompiler> _compilers = [.. compilers];

    /// <returns>True when nothing is left that another pass soon could finish.</returns>
    public async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        var state = desired.Current;
        status.Publish(status.Current.Value with { IsRunning = true });
        var unresolved = await stages.SettleInterruptedAsync(cancellationToken);
        IReadOnlyList<TargetViews.Look> looks = Mask(await views.ObserveAsync(TimeSpan.Zero, cancellationToken), unresolved);
        var pass = await PlanAsync(state, looks, new PassProgress(), cancellationToken);
        if (!pass.Guarded.Allowed.IsEmpty)
        {
            await ApplyAsync(pass, cancellationToken);
            looks = await views.ObserveAsync(TimeSpan.FromMinutes(1), cancellationToken);
            pass = await PlanAsync(state, looks, pass.Progress, cancellationToken);
        }

        Publish(pass, isRunning: false);
        return looks.All(look => look.View is not null || look.Fault?.Kind == FaultKind.NotConnected) && pass.Guarded.Allowed.IsEmpty && pass.Plan.Waiting.IsEmpty;
    }

    private async Task ApplyAsync(ReconcilePass pass, CancellationToken cancellationToken)
    {
        var planId = await journal.BeginPlanAsync(pass.State.Revision, pass.AllowedText, cancellationToken);
        var gate = pass.Gate();
        foreach (var stage in ChangeStages.InOrder)
        {
            foreach (var batch in pass.BatchesOf(stage, gate))
            {
                pass.Progress.Working.UnionWith(batch.Changes.Select(change => change.Key));
                Publish(pass, isRunning: true);
                await stages.RunAsync(planId, batch, pass, gate, cancellationToken);
                pass.Progress.Working.Clear();
            }
        }

        if (pass.Guarded.Allowed.Any(change => change.Kind == ChangeKind.Delete))
            brake.Clear();
        var failed = pass.Progress.Failures.Count + pass.Progress.Blocked.Count;
        var outcome = failed == 0 ? PlanStatus.Done : failed < pass.Guarded.Allowed.Length ? PlanStatus.Partly : PlanStatus.Failed;
        await journal.EndPlanAsync(planId, outcome, cancellationToken);
    }

    private async Task<ReconcilePass> PlanAsync(
        DesiredState state, IReadOnlyList<TargetViews.Look> looks, PassProgress progress, CancellationToken cancellationToken)
    {
        var request = ReconcilePass.RequestFor(state, _compilers, await journal.ReadLedgerAsync(cancellationToken), looks);
        var plan = Orders.Mark(ReconcilePass.PlanOf(request, looks), state, time.GetUtcNow());
        var guarded = Guard.Check(plan, state.Policy, request.Ledger, brake.Current);
        return new ReconcilePass(state, request, looks, plan, guarded, progress);
    }

    private void Publish(ReconcilePass pass, bool isRunning)
    {
        var now = time.GetUtcNow();
        var previous = status.Current.Value;
        status.Publish(new ReconcileStatus
        {
            Revision = pass.State.Revision,
            Policy = pass.State.Policy,
            Judged = pass.State,
            IsRunning = isRunning,
            LastPassAt = isRunning ? previous.LastPassAt : now,
            Targets = [.. pass.Looks.Select(look => new TargetStatus(look.Target.Name, look.At, look.Fault))],
            Owners = OwnerStatuses.Build(new(pass.Request, pass.Looks, pass.Plan, pass.Guarded.Held, pass.Progress, previous, now)),
            Plan = pass.Plan,
            Held = pass.Guarded.Held,
            Ledger = pass.Request.Ledger,
            BrakeFingerprint = pass.Guarded.BrakeFingerprint,
        });
    }

    /// <summary>A target with an unsettled intent must not be planned for: its ledger may be behind.</summary>
    private static ImmutableArray<TargetViews.Look> Mask(IReadOnlyList<TargetViews.Look> looks, IReadOnlyDictionary<string, TargetFault> unresolved) =>
    [
        .. looks.Select(look => unresolved.TryGetValue(look.Target.Name, out var fault) ? look with { View = null, Fault = fault } : look),
    ];
}
