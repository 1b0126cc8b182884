using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Reconcile;

/// <summary>Carries out one batch: intent, write, close, read back. The journal makes each step survivable.</summary>
internal sealed partial class StageRunner(
    TargetViews views, Journal journal, TimeProvider time, ILogger<StageRunner> logger)
{
    private static readonly TimeSpan _settleLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _settleFast = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _shortPause = TimeSpan.FromSeconds(1);

    // A look at the tunnel costs three calls of the rate budget, so a slow connector is asked after less often.
    private static readonly TimeSpan _longPause = TimeSpan.FromSeconds(4);

    /// <summary>Settles what a crash or a lost answer left open, by reading, never by writing again.</summary>
    /// <returns>The targets that could not be read, with the reason.</returns>
    public async Task<IReadOnlyDictionary<string, TargetFault>> SettleInterruptedAsync(CancellationToken cancellationToken)
    {
        var unresolved = new Dictionary<string, TargetFault>();
        foreach (var intent in await journal.ReadOpenAsync(cancellationToken))
        {
            var name = intent.Change.Key.Target;
            if (unresolved.ContainsKey(name) || views.Targets.FirstOrDefault(target => target.Name == name) is not { } target)
                continue;
            try
            {
                var readBack = await target.ReadBackAsync(intent.Change, cancellationToken);
                if (ReferenceEquals(readBack, ReadBack.Later))
                    continue;
                await journal.CloseByReadingAsync(intent, readBack, cancellationToken);
                Log.Settled(logger, intent.Change.Description, readBack.HasTakenEffect);
            }
            catch (TargetException fault)
            {
                unresolved[name] = fault.Fault;
            }
        }

        return unresolved;
    }

    public async Task RunAsync(
        long planId, ReconcilePass.Batch batch, ReconcilePass pass, StageGate gate, CancellationToken cancellationToken)
    {
        var intents = await journal.OpenAsync(planId, batch.Changes, cancellationToken);
        views.Forget(batch.Target);
        var outcomes = await batch.Target.ApplyAsync(batch.Changes, cancellationToken);
        foreach (var outcome in outcomes)
        {
            var intent = intents.First(candidate => candidate.Change.Key == outcome.Change.Key);
            // The write is done: what is known about it must reach the disk even while the portal stops.
            await journal.CloseAsync(intent, outcome, CancellationToken.None);
            Note(outcome, pass, gate);
        }

        var applied = outcomes.Where(outcome => outcome.Succeeded).Select(outcome => outcome.Change).ToImmutableArray();
        if (!applied.IsEmpty)
            await VerifyAsync(applied, batch, pass, gate, cancellationToken);
    }

    private void Note(ChangeOutcome outcome, ReconcilePass pass, StageGate gate)
    {
        if (outcome.Succeeded)
        {
            Log.Applied(logger, outcome.Change.Verb, outcome.Change.Description);
            return;
        }

        Log.Failed(logger, outcome.Change.Verb, outcome.Change.Description, outcome.Fault.Message);
        Stick(outcome.Change, outcome.Fault.Message, pass, gate);
    }

    /// <summary>Reads back until the plan wants nothing more for what was just written, and nothing of it is still settling.</summary>
    private async Task VerifyAsync(
        ImmutableArray<Change> applied, ReconcilePass.Batch batch, ReconcilePass pass, StageGate gate, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var look = await views.ObserveAsync(batch.Target, cancellationToken);
            var left = await LeftAsync(look, pass, applied, batch.Stage, cancellationToken);
            if (left.Count == 0)
                return;
            var mayStillSettle = left.All(item => item.IsSettling) && time.GetElapsedTime(started) < _settleLimit;
            if (!mayStillSettle)
            {
                foreach (var (change, why, _) in left)
                    Stick(change, why, pass, gate);
                return;
            }

            await Task.Delay(time.GetElapsedTime(started) < _settleFast ? _shortPause : _longPause, time, cancellationToken);
        }
    }

    private async Task<List<(Change Change, string Why, bool IsSettling)>> LeftAsync(
        TargetViews.Look look, ReconcilePass pass, ImmutableArray<Change> applied, ChangeStage stage, CancellationToken cancellationToken)
    {
        if (look.View is null)
            return [.. applied.Select(change => (change, $"Written, but it could not be read back: {look.Fault?.Message}", false))];
        var request = pass.Request with { Ledger = await journal.ReadLedgerAsync(cancellationToken), Facts = pass.Request.Facts.Merge(look.View.Facts) };
        var plan = look.View.Plan(request);
        var left = new List<(Change, string, bool)>();
        foreach (var change in applied)
        {
            if (plan.Changes.Any(more => more.Key == change.Key && more.Stage == stage))
                left.Add((change, $"Written, but it reads back differently: {change.Description}", false));
            else if (plan.Waiting.FirstOrDefault(waiting => waiting.Key == change.Key && !waiting.IsForMore) is { } waiting)
                left.Add((change, waiting.Why, true));
        }

        return left;
    }

    private static void Stick(Change change, string why, ReconcilePass pass, StageGate gate)
    {
        pass.Progress.Failures[change.Key] = why;
        pass.Stick(gate, change, why);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Applied: {Verb} {Description}")]
        public static partial void Applied(ILogger logger, string verb, string description);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Could not {Verb} {Description}: {Reason}")]
        public static partial void Failed(ILogger logger, string verb, string description, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Settled an interrupted change by reading: {Description}, took effect: {HasTakenEffect}")]
        public static partial void Settled(ILogger logger, string description, bool hasTakenEffect);
    }
}
