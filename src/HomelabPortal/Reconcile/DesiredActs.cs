using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Storage;

namespace HomelabPortal.Reconcile;

/// <summary>Edits of the desired state as acts of a person: one sentence for the audit, one outcome for the page.</summary>
internal sealed class DesiredActs(DesiredStore store, ActionRunner runner, BrakeConfirmation brake, AuthorityCheck authority, Signal look)
{
    /// <summary>Which act the edit is now, so that its button can say who may.</summary>
    public Act ActOf(DesiredEdit edit) => EditActs.Of(edit, store.Current);

    /// <param name="words">What is done to what, for the audit.</param>
    /// <param name="expectedRevision">The revision the actor looked at, or null when the edit cannot clash.</param>
    /// <param name="alongside">What is to be committed with the edit or not at all.</param>
    public async Task<ActionOutcome> SaveAsync(
        DesiredEdit edit, string words, Actor actor, CancellationToken cancellationToken, long? expectedRevision = null,
        Func<PortalDbContext, CancellationToken, Task>? alongside = null)
    {
        if (await runner.RefuseAsync(ActOf(edit), words, actor, cancellationToken) is { } refused)
            return refused;
        try
        {
            return new ActionOutcome(await store.SaveAsync(edit, words, actor, expectedRevision, cancellationToken, alongside), null);
        }
        catch (DesiredConflictException fault)
        {
            return new ActionOutcome(0, fault.Message) { IsStale = fault.IsStale };
        }
    }

    public async Task<ActionOutcome> UndoAsync(
        long auditId, Actor actor, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? alongside = null)
    {
        try
        {
            var (inverse, words) = await store.UndoOfAsync(auditId, cancellationToken);
            return await SaveAsync(inverse, words, actor, cancellationToken, alongside: alongside);
        }
        catch (DesiredConflictException fault)
        {
            return new ActionOutcome(0, fault.Message);
        }
    }

    /// <summary>Asks for a pass now instead of at the next minute.</summary>
    public ActionOutcome LookAgain(Actor actor)
    {
        if (authority.WhyNot(actor, Act.LookAgain) is { } refusal)
            return ActionOutcome.Refused(refusal);
        look.Raise();
        return new ActionOutcome(0, null);
    }

    /// <summary>Lets one mass delete through; it holds for exactly the set that was shown.</summary>
    public Task<ActionOutcome> ConfirmDeletesAsync(string fingerprint, int count, Actor actor, CancellationToken cancellationToken) =>
        runner.RunAsync(
            Act.ConfirmDeletes,
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
