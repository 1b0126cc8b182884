using HomelabPortal.Storage;
using System.Collections.Immutable;
using System.Text.Json;
using HomelabPortal.Desired;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Reconcile;

/// <summary>
/// The memory that survives a crash: intents are committed before a write, closed after it,
/// and the ledger moves in the same transaction as the close.
/// </summary>
internal sealed class Journal(IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, TimeProvider time)
{
    public Task<long> BeginPlanAsync(long revision, string text, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = new PlanRow { AtTicks = Now, Revision = revision, Text = text, Status = PlanStatus.Running };
                context.Plans.Add(row);
                await context.SaveChangesAsync(cancellationToken);
                return row.Id;
            },
            cancellationToken);

    public Task EndPlanAsync(long planId, string status, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = await context.Plans.SingleAsync(plan => plan.Id == planId, cancellationToken);
                row.Status = status;
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Applies that a crash cut off say so; call once at start.</summary>
    public Task MarkInterruptedAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                await foreach (var row in context.Plans.Where(plan => plan.Status == PlanStatus.Running).AsAsyncEnumerable().WithCancellation(cancellationToken))
                    row.Status = PlanStatus.Interrupted;
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<ImmutableArray<OpenIntent>> OpenAsync(long planId, ImmutableArray<Change> changes, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var rows = changes.Select(change => new JournalRow
                {
                    PlanId = planId, Change = JsonSerializer.Serialize(change), OpenedAtTicks = Now,
                }).ToList();
                context.Journal.AddRange(rows);
                await context.SaveChangesAsync(cancellationToken);
                return rows.Zip(changes, (row, change) => new OpenIntent(row.Id, change)).ToImmutableArray();
            },
            cancellationToken);

    /// <summary>Closes one intent; a success moves the ledger with it. An uncertain outcome stays open, to be settled by reading.</summary>
    public Task CloseAsync(OpenIntent intent, ChangeOutcome outcome, CancellationToken cancellationToken) =>
        outcome.IsUncertain
            ? Task.CompletedTask
            : CloseAsync(intent, outcome.Succeeded, outcome.Entry, outcome.Fault?.Message, cancellationToken);

    /// <summary>Settles an intent that a crash or a lost answer left open.</summary>
    public Task CloseByReadingAsync(OpenIntent intent, ReadBack readBack, CancellationToken cancellationToken) =>
        CloseAsync(
            intent, readBack.HasTakenEffect, readBack.Entry,
            readBack.HasTakenEffect ? null : "Interrupted before it took effect; planned afresh.", cancellationToken);

    public async Task<IReadOnlyList<OpenIntent>> ReadOpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Journal.AsNoTracking().Where(row => row.ClosedAtTicks == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new OpenIntent(row.Id, ReadChange(row.Change)))];
    }

    public async Task<Ledger> ReadLedgerAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Ledger.AsNoTracking().ToListAsync(cancellationToken);
        return new Ledger(rows.Select(row => row.ToEntry()).ToImmutableDictionary(entry => entry.Key));
    }

    internal static Change ReadChange(string json) =>
        JsonSerializer.Deserialize<Change>(json) ?? throw new JsonException("A journal row holds no change.");

    private long Now => time.GetUtcNow().UtcTicks;

    private Task<int> CloseAsync(OpenIntent intent, bool succeeded, LedgerEntry? entry, string? error, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async context =>
            {
                var row = await context.Journal.SingleAsync(journal => journal.Id == intent.JournalId, cancellationToken);
                row.ClosedAtTicks = Now;
                row.Succeeded = succeeded;
                row.Error = error;
                if (succeeded)
                    await MoveLedgerAsync(context, intent.Change.Key, entry, cancellationToken);
                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private async Task MoveLedgerAsync(PortalDbContext context, ResourceKey key, LedgerEntry? entry, CancellationToken cancellationToken)
    {
        var known = await context.Ledger.FindAsync([key.Target, key.Kind, key.Name], cancellationToken);
        if (entry is null)
        {
            if (known is not null)
                context.Ledger.Remove(known);
            return;
        }

        var row = entry.ToRow(Now);
        if (known is null)
            context.Ledger.Add(row);
        else
            context.Entry(known).CurrentValues.SetValues(row);
    }
}
