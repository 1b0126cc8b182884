using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>Edits of the desired state as acts of a person: one sentence for the audit, one outcome for the page.</summary>
internal sealed class DesiredActs(DesiredStore store)
{
    public async Task<ActionOutcome> SaveAsync(DesiredEdit edit, string act, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return new ActionOutcome(await store.SaveAsync(edit, act, actor, null, cancellationToken), null);
        }
        catch (DesiredConflictException fault)
        {
            return new ActionOutcome(0, fault.Message);
        }
    }

    public async Task<ActionOutcome> UndoAsync(long auditId, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return new ActionOutcome(await store.UndoAsync(auditId, actor, cancellationToken), null);
        }
        catch (DesiredConflictException fault)
        {
            return new ActionOutcome(0, fault.Message);
        }
    }
}
