using HomelabPortal.Desired;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Reconcile;

/// <summary>One-off acts, for pages and API alike: an audit row first, then the act, then its outcome.</summary>
internal sealed partial class ActionRunner(AuditLog audit, ILogger<ActionRunner> logger)
{
    /// <param name="act">What is done to what, in the words of the button, for example "Restart media/sonarr".</param>
    public async Task<ActionOutcome> RunAsync(string act, Actor actor, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var id = await audit.BeginAsync(act, actor, cancellationToken);
        var outcome = await TryAsync(act, run, cancellationToken);
        // The act has happened or failed: the record of it must be finished even when the page is gone.
        await audit.EndAsync(id, outcome.Succeeded ? "done" : $"failed: {outcome.Fault}", CancellationToken.None);
        return outcome with { AuditId = id };
    }

    private async Task<ActionOutcome> TryAsync(string act, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
            return new ActionOutcome(0, null);
        }
        catch (DesiredConflictException fault)
        {
            return new ActionOutcome(0, fault.Message);
        }
        catch (TargetException fault)
        {
            return new ActionOutcome(0, fault.Fault.Message);
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
        [LoggerMessage(Level = LogLevel.Error, Message = "The act failed: {Act}")]
        public static partial void ActFailed(ILogger logger, Exception fault, string act);
    }
}
