using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Running;

/// <summary>Asks what is due, a bounded number at a time and none twice at once, and stores where an outage begins and ends.</summary>
internal sealed partial class CheckRunner(
    CheckList list, CheckBoard board, CheckBook book, Asker asker, DerivedAsker derived, NotifySignal notify, IOptions<CheckOptions> options, TimeProvider time, ILogger<CheckRunner> logger)
{
    private static readonly TimeSpan _remembered = TimeSpan.FromHours(4);

    public async Task LoadAsync(CancellationToken cancellationToken) => board.Load(
        await book.OpenIncidentsAsync(cancellationToken), await book.SilencesAsync(cancellationToken), await book.TimesAsync(time.GetUtcNow(), _remembered, cancellationToken));

    /// <summary>Begins everything that is due.</summary>
    /// <returns>What was begun, each ending by itself and never with a fault but the caller's cancel.</returns>
    public async Task<IReadOnlyList<Task>> TickAsync(CancellationToken cancellationToken)
    {
        foreach (var incident in board.Refresh(list.Read(), list.IsComplete))
            await book.EndAsync(incident, time.GetUtcNow(), isWorthTelling: false, cancellationToken);
        var begun = board.TakeDue(options.Value.Concurrency).Select(due => RunAsync(due.Run, due.Task, cancellationToken)).ToList();
        board.Publish();
        return begun;
    }

    private async Task RunAsync(CheckRun run, CheckTask asked, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var answer = await AskAsync(asked, cancellationToken);
        board.Record(run, asked, answer, startedAt);
        try
        {
            await SettleAsync(run, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The next try settles it: what is stored is compared with what is so each time.
            Log.StoringFailed(logger, fault, run.Task.Id);
        }
    }

    private async Task<CheckAnswer> AskAsync(CheckTask task, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(task.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return task.Question is { } question ? await asker.AskAsync(question, both.Token) : await derived.AskAsync(task, both.Token);
        }
        catch (CheckFault fault)
        {
            return fault.Answer;
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return CheckAnswer.Down($"No answer within {task.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AskingFailed(logger, fault, task.Id);
            return CheckAnswer.Unknown("It could not be asked. The portal's log says why.");
        }
    }

    private async Task SettleAsync(CheckRun run, CancellationToken cancellationToken)
    {
        var outage = board.OutageOf(run);
        if (outage is { IsOut: true, IncidentId: null })
            board.SetIncident(run, await book.BeginAsync(run.Task.Id, outage.Since, outage.Words, cancellationToken));
        else if (outage is { IsOut: false, IncidentId: { } ended })
        {
            await book.EndAsync(ended, time.GetUtcNow(), isWorthTelling: true, cancellationToken);
            board.SetIncident(run, null);
        }
        else
            return;
        notify.Raise();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outage of the check {Check} could not be stored; it is tried again")]
        public static partial void StoringFailed(ILogger logger, Exception fault, string check);

        [LoggerMessage(Level = LogLevel.Error, Message = "The check {Check} could not be asked")]
        public static partial void AskingFailed(ILogger logger, Exception fault, string check);
    }
}
