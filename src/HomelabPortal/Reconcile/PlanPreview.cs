using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>Plans an edit without saving it, for the dialog that asks "do this?".</summary>
internal sealed class PlanPreview(DesiredStore desired, IEnumerable<IDesiredCompiler> compilers, TargetViews views, Journal journal, TimeProvider time)
{
    private static readonly TimeSpan _recentEnough = TimeSpan.FromSeconds(15);

    /// <summary>A plan for one exposure or record.</summary>
    /// <param name="Unseen">Targets that could not be looked at, so that their part is unknown.</param>
    internal sealed record Result(Plan Plan, GuardedPlan Guarded, IReadOnlyList<TargetStatus> Unseen);

    public async Task<Result> PlanAsync(DesiredEdit edit, string ownerId, CancellationToken cancellationToken)
    {
        var state = desired.Current.With(edit);
        var looks = await views.ObserveAsync(_recentEnough, cancellationToken);
        var request = ReconcilePass.RequestFor(state, compilers, await journal.ReadLedgerAsync(cancellationToken), looks);
        var plan = Orders.Mark(ReconcilePass.PlanOf(request, looks), state, time.GetUtcNow()).ForAny(edit is DesiredEdit.PutContainers put ? [.. put.Containers.Select(container => container.Id)] : [ownerId]);
        var unseen = looks.Where(look => look.View is null).Select(look => new TargetStatus(look.Target.Name, look.At, look.Fault)).ToList();
        return new Result(plan, Guard.Check(plan, state.Policy, request.Ledger, null), unseen);
    }
}
