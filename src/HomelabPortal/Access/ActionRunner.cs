using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access;

/// <summary>The door for acts of people and programs, for pages and API alike: may they, an audit row, the act, its outcome.</summary>
internal sealed partial class ActionRunner(AuthorityCheck authority, AuditLog audit, ILogger<ActionRunner> logger)
{
    /// <param name="act">What it is in the table of who may do what.</param>
    /// <param name="words">What is done to what, in the words of the button, for example "Restart media/sonarr".</param>
    /// <param name="along">Stored in the transaction that records its begin; null for nothing.</param>
    public async Task<ActionOutcome> RunAsync(
        Act act, string words, Actor actor, Func<CancellationToken, Task> run, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? along = null)
    {
        if (await RefuseAsync(act, words, actor, cancellationToken) is { } refused)
            return refused;
        var id = await audit.BeginAsync(words, actor, cancellationToken, along);
        var outcome = await TryAsync(words, run, cancellationToken);
        // The act has happened or failed: the record of it must be finished even when the page is gone.
        await audit.EndAsync(id, outcome.Succeeded ? "done" : $"failed: {outcome.Fault}", CancellationToken.None);
        return outcome with { AuditId = id };
    }

    /// <summary>For acts that write their own audit row: null when the actor may do it, else the refusal, recorded.</summary>
    public async Task<ActionOutcome?> RefuseAsync(Act act, string words, Actor actor, CancellationToken cancellationToken)
    {
        if (authority.WhyNotNow(actor, act) is not { } refusal)
            return null;
        Log.ActRefused(logger, words, actor.Name, refusal.Message);
        // A missing proof is a step on the way, not an attempt at what one may not do; and a flood must not fill the audit.
        if (refusal.Kind is not (AccessRefusalKind.NeedsProof or AccessRefusalKind.TooMany))
            await audit.RecordAsync(words, actor, $"refused: {refusal.Message}", cancellationToken);
        return ActionOutcome.Refused(refusal);
    }

    private async Task<ActionOutcome> TryAsync(string act, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
            return new ActionOutcome(0, null);
        }
        catch (Exception fault) when (fault is IExplainedFault)
        {
            return new ActionOutcome(0, fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ActionOutcome(0, "It was cancelled.");
        }
        catch (Exception fault)
        {
            Log.ActFailed(logger, fault, act);
            return new ActionOutcome(0, "It failed unexpectedly. The log has the details.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Refused to {Actor}: {Act}. {Why}")]
        public static partial void ActRefused(ILogger logger, string act, string actor, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "The act failed: {Act}")]
        public static partial void ActFailed(ILogger logger, Exception fault, string act);
    }
}
