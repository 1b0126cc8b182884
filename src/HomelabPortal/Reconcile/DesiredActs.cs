using HomelabPortal.Desired;
using HomelabPortal.Platform;

namespace HomelabPortal.Reconcile;

/// <summary>Edits of the desired state as acts of a person: one sentence for the audit, one outcome for the page.</summary>
internal sealed class DesiredActs(DesiredStore store, ActionRunner runner, BrakeConfirmation brake, Signal look)
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

    /// <summary>Asks for a pass now instead of at the next minute.</summary>
    public void LookAgain() => look.Raise();

    /// <summary>Lets one mass delete through; it holds for exactly the set that was shown.</summary>
    public Task<ActionOutcome> ConfirmDeletesAsync(string fingerprint, int count, Actor actor, CancellationToken cancellationToken) =>
        runner.RunAsync(
            $"Confirm the deletion of {count} things",
            actor,
            _ =>
            {
                brake.Confirm(fingerprint);
                look.Raise();
                return Task.CompletedTask;
            },
            cancellationToken);
}
